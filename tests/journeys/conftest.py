"""Journeys: people at work in a real browser, on a served product with the tiny demo county (SQLite, worker, beat).

    def test_a_report_travels(browser_page):
        worker = browser_page("worker", "phone")       # signed in; a Playwright Page
        worker.goto("/incidents/new/")                 # paths are enough
        station = browser_page("station", "desk")      # another person, another browser session, at the same time
        …

- `browser_page(user, device)`: user is a demo account, or None for nobody; device "phone" (390x844, touch, a place
  in the worker's grid) or "desk" (1440x900). Each call is a session of its own. More for the browser goes by name:
  `browser_page("worker", "phone", java_script_enabled=False)`, `geolocation=…`, `color_scheme="dark"`.
- Others of the county sign in when they are `hired`: `browser_page(hired("handler-dongsheng-environment"))`.
- `product.url`, `product.manage("…")` run a command on the same data; `photo()` is a file to upload.
- `agent` is at the desk of the hotline, and `pbx` makes her telephone ring (telephone.py).
- `phone` is the worker's phone at the end of a `line` that can be cut and slowed down (field.py, line.py).
- A journey fails when the browser reports an error of script, of the content policy, or an answer of 500.
- No database here: Playwright's loop and Django's connections do not mix in one thread. Look at pages, or ask
  `product.manage(…)`. The county is loaded once and shared: make your own incident, do not count on being alone.
"""

import json

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from shuangliu.demo.accounts import password
from tests.attachments import images
from tests.served import Served
from tools.provision import chromium

from .field import Phone
from .line import Line
from .telephone import TOKEN, on_shift, telephones

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
DEVICES = {
    "phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True,
              "has_touch": True},
    "desk": {"viewport": {"width": 1440, "height": 900}},
}
PATIENCE = 15_000  # milliseconds
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    """What fills the queues of the shared county for good comes last."""
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


A_PLACE_OF_THE_WORKER = """
import json
from shapely.geometry import shape
from grids.models import Post
grid = Post.objects.get(user__username="worker").area
point = shape(grid.outline).representative_point()
print(json.dumps({"longitude": point.x, "latitude": point.y}))
"""


@pytest.fixture(scope="session")
def product(tmp_path_factory):
    """The served product; stopped, with all its processes, when the last journey is over."""
    product = Served(tmp_path_factory.mktemp("product"), SHUANGLIU_PBX_TOKEN=TOKEN)
    product.manage("migrate", "--verbosity", "0")
    product.manage("demo", "--scale", "tiny")
    product.start()
    yield product
    product.stop()


# The invented people of the demo county have no password.
HIRE = """
from shuangliu.accounts.models import User
known = User.objects.get(username="worker").password
assert User.objects.filter(username={user!r}).update(password=known) == 1
"""


@pytest.fixture(scope="session")
def hired(product):
    """`hired(user)` lets an invented person of the county sign in; it is their user name again."""

    def hire(user: str) -> str:
        product.manage("shell", "--no-imports", "-c", HIRE.format(user=user))
        return user

    return hire


@pytest.fixture(scope="session")
def place(product) -> dict[str, float]:
    """Where phones are: a point in the grid of the demo account `worker`."""
    return json.loads(product.manage("shell", "--no-imports", "-c", A_PLACE_OF_THE_WORKER))


@pytest.fixture
def photo():
    """`photo()` is a picture for `set_input_files`; another colour is another photo."""

    def make(name="现场.jpg", colour="teal") -> dict:
        return {"name": name, "mimeType": "image/jpeg", "buffer": images.photo(name, colour).read()}

    return make


@pytest.fixture(scope="session")
def chrome():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def cookies(product, chrome):
    """`cookies(user)`: those of a session that began with the sign-in form; one for all journeys of a user, because
    argon2 takes its time on purpose."""
    known = {}

    def of(user: str) -> list:
        if user not in known:
            context = chrome.new_context(base_url=product.url)
            sign_in(context.new_page(), user)
            known[user] = context.cookies()
            context.close()
        return known[user]

    return of


@pytest.fixture
def browser_page(product, chrome, place, cookies):
    """`browser_page(user, device)`: see above."""
    contexts, complaints = [], []

    def open_as(user: str | None, device: str = "desk", **more) -> Page:
        context = chrome.new_context(**{
            "base_url": product.url, "locale": "zh-CN", "timezone_id": "Asia/Shanghai",
            "permissions": ["geolocation"], "geolocation": place, **DEVICES[device], **more})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda said: complaints.append(f"{page.url}: {said.text}")
                if said.type == "error" and "Failed to load resource" not in said.text else None)
        page.on("response", lambda answer: complaints.append(f"{answer.url}: {answer.status}")
                if answer.status >= 500 else None)
        if user is not None:
            context.add_cookies(cookies(user))
            page.goto("/")
        return page

    yield open_as
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def line(product):
    """The line between phones and the product, to be cut and slowed down: see line.py."""
    line = Line(product.port)
    yield line
    line.close()


@pytest.fixture
def phone(browser_page, product, line) -> Phone:
    """The worker's phone at the end of the line, its first page opened: see field.py."""
    page = browser_page("worker", "phone", base_url=line.url)
    return Phone(page, line, product)


@pytest.fixture
def agent(browser_page) -> Page:
    """The agent of the hotline, on shift."""
    return on_shift(browser_page("hotline"))


@pytest.fixture
def pbx(product):
    """The telephone system of the county: see telephone.py."""
    return telephones(product.url)


def sign_in(page: Page, user: str) -> None:
    """As a person does, by the form."""
    page.goto("/accounts/login/")
    page.fill("[name=username]", user)
    page.fill("[name=password]", password())
    page.click("main form button[type=submit]")
    page.wait_for_url(lambda url: "/accounts/login/" not in url)
