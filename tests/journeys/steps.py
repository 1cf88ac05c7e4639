"""What people do on the pages, in their words: report, do an act, read a state."""

import re
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

TOWN_OFFICE, COUNTY_OFFICE = "dongsheng-urban-management", "urban-management"  # `handler` serves in both
RARE = "𠮷家门口𡋾土成堆🗑️，“踩了一脚” <b>&amp;"  # beyond the BMP, emoji, and what looks like HTML
NUMBER = re.compile(r"(SJ|TJ)\d{8}")


def fill(form: Locator, **answers) -> None:
    """Answer the fields of a form by their names; the answer to a choice is its value."""
    for name, answer in answers.items():
        fields = form.locator(f"[name='{name}']")
        kind = fields.first.get_attribute("type")
        if kind == "file":
            fields.set_input_files(answer)
        elif kind in ("radio", "checkbox"):
            # As a finger does: the circle itself is hidden, its word is not.
            chosen = form.locator(f"[name='{name}'][value='{answer}']")
            form.locator(f"label[for='{chosen.get_attribute('id')}']").last.click()
            expect(chosen).to_be_checked()
        elif fields.first.evaluate("field => field.tagName") == "SELECT":
            fields.select_option(answer)
        else:
            fields.fill(answer)


def choose_kind(page: Page, group: str, kind: str) -> None:
    """Two taps."""
    page.locator("summary", has_text=group).click()
    page.get_by_text(kind, exact=True).click()


def send_report(page: Page) -> str:
    page.get_by_role("button", name="提交上报").click()
    page.wait_for_url(re.compile(r"/incidents/\d+/$"))
    return page.url


def visit(page: Page, matter: str) -> None:
    """Open the page of a matter; who watches over others' cases says once a day why."""
    page.goto(matter)
    if page.url.endswith("/open/"):
        choice = page.locator("main form[method=post] [name=why]").first
        page.locator(f"label[for='{choice.get_attribute('id')}']").last.click()
        page.locator("main form[method=post] button.button--primary").click()
        page.wait_for_url(matter)


def do(page: Page, matter: str, act: str, **answers) -> None:
    """Open the page of a matter, do an act that it offers, and be back on it."""
    begin(page, matter, act, **answers)
    finish(page, act)
    is_done(page, matter)


def is_done(page: Page, matter: str) -> None:
    """Back on the page of the matter, which says that it is done."""
    expect(page).to_have_url(re.compile(rf"^{re.escape(matter)}(#demand-\d+)?$"))
    expect(page.locator(".message--success")).to_be_visible()


def begin(page: Page, matter: str, act: str, **answers) -> None:
    """Open the form of an act from the page of its matter and fill it in."""
    visit(page, matter)
    form = form_of(page, act)
    if not form.count():
        link = page.locator(f"main a[href$='/{act}/']").first
        if page.locator(f"main .deeds-more a[href$='/{act}/']").count():
            page.locator("main .deeds-more > summary").click()  # a rarer act
        link.click()
        page.wait_for_url(re.compile(rf"/{act}/$"))
        form = form_of(page, act)
    fill(form, **answers)


def form_of(page: Page, act: str) -> Locator:
    """The form of an act, on the page of the matter or on its own."""
    if page.url.partition("?")[0].endswith(f"/{act}/"):
        return page.locator("main form[method=post]")
    return page.locator(f"main form[action$='/{act}/']")


def finish(page: Page, act: str) -> None:
    form_of(page, act).locator("button.button--primary, button.button--danger").click()


def refused(page: Page, act: str, field: str, says: str) -> None:
    """Send the form of an act in vain: it comes back with the reason at that field."""
    assert sent(page, act) == 422
    expect(page.locator(".field--error", has=page.locator(f"[name='{field}']"))).to_contain_text(says)


def too_late(page: Page, act: str, says: str, **typed) -> None:
    """Send the form of an act that is no longer possible: the page says why, and keeps what was typed."""
    assert sent(page, act) == 409
    expect(page.locator("main")).to_contain_text(says)
    for name, words in typed.items():
        expect(page.locator(f"textarea[aria-label='{name}']")).to_have_value(words)


def sent(page: Page, act: str) -> int:
    """The status with which the form of an act is answered."""
    with page.expect_response(lambda answer: answer.request.method == "POST" and act in answer.url) as answer:
        finish(page, act)
    return answer.value.status


def is_closed_to(page: Page, path: str, code: str) -> None:
    """404 for what is not theirs to see, 403 for what is not theirs to do."""
    page.goto(path)
    expect(page.locator(".alone__code")).to_have_text(code)


def only_reads(page: Page, matter: str) -> None:
    """Sees the matter, and no button on it."""
    page.goto(matter)
    expect(page.locator(".timeline")).to_be_visible()
    expect(page.locator("main form[method=post], main .buttons a")).to_have_count(0)


def offers(page: Page, matter: str, act: str) -> bool:
    """Does the page of the matter offer this person the act?"""
    page.goto(matter)
    return page.locator(f"main form[action$='/{act}/'], main a[href$='/{act}/']").count() > 0


def draft_is_kept(page: Page) -> None:
    """Wait until the browser holds all that the form on the page says, photos too."""
    page.evaluate("""async () => {
        const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
        const form = document.querySelector("form[data-draft]");
        const key = `${document.body.dataset.user}:${form.dataset.draft}`;
        const typed = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
        const files = typed.filter(([, value]) => value instanceof File && value.size).length;
        const words = typed.filter(([, value]) => typeof value === "string");
        const database = await done(indexedDB.open("shuangliu"));
        for (;;) {
            const draft = await done(database.transaction("drafts").objectStore("drafts").get(key));
            const isKept = (one) => draft.values.some((kept) => `${kept}` === `${one}`);
            if (draft?.files.length === files && words.every(isKept))
                return database.close();
            await new Promise((again) => setTimeout(again, 50));
        }
    }""")


def number_on(page: Page) -> str:
    """The number of the matter that the page is about."""
    return NUMBER.search(page.get_by_role("main").inner_text()).group()


def state_is(page: Page, label: str) -> None:
    """The badge at the head of the page says so."""
    expect(page.locator("main .badge", has_text=label).first).to_be_visible()


def timeline_has(page: Page, *labels: str) -> None:
    """The history tells these steps, in this order."""
    said, position = page.locator(".timeline").last.inner_text(), 0
    for label in labels:
        found = said.find(label, position)
        assert found >= 0, f"{label} is missing, or too early, in {said!r}"
        position = found + len(label)


def waits_for(page: Page, number: str, *, present: bool = True) -> None:
    """The matter is (or is not) in this person's queue, wherever in it: other journeys work in the same county."""
    page.goto(f"/incidents/?tab=waiting&number={number}" if number.startswith("SJ") else "/mediation/cases/")
    expect(page.locator(".table--queue").get_by_text(number)).to_have_count(1 if present else 0)


def is_asked(page: Page, number: str, *, present: bool = True) -> None:
    """A request about the matter is (or is not) among those that wait for this person."""
    page.goto("/incidents/demands/")
    expect(page.locator(".table--queue tbody tr", has_text=number)).to_have_count(1 if present else 0)


def request(page: Page, kind: str) -> Locator:
    """What one office asks of another, on the page of the matter."""
    return page.locator(".demand", has=page.locator("strong", has_text=kind))


def rings(page: Page, number: str, words: str) -> None:
    """The person has been told so of the matter."""
    page.goto("/notices/")
    expect(page.locator(".notice--unread", has_text=number).first).to_contain_text(words)


def in_days(page: Page, days: int) -> str:
    """A day from today, as the field for a date takes it."""
    return page.evaluate(f"new Date(Date.now() + {days} * 86400e3).toLocaleDateString('sv')")


def at_once(page: Page, path: str, **answers) -> str:
    """What happened before the story begins: send a form without looking at it; returns where it led."""
    page.request.get(path)  # for the cookie that goes with every form
    token = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "csrftoken")
    answer = page.request.post(path, form={"csrfmiddlewaretoken": token, **answers}, headers={"Referer": page.url})
    assert answer.ok, answer.text()
    return answer.url


def reported(worker: Page, place: dict, words: str, category: str = "E01-01") -> str:
    """The address of an incident that has just been reported at the place."""
    return at_once(worker, "/incidents/new/", uuid=str(uuid4()), category=category, description=words,
                   longitude=f"{place['longitude']:.6f}", latitude=f"{place['latitude']:.6f}")


def dispatched(worker: Page, station: Page, subcenter: Page, place: dict, words: str, **more) -> str:
    """The address of an incident that the sub-centre has just dispatched to its office."""
    matter = reported(worker, place, words)
    at_once(station, f"{matter}accept/")
    at_once(station, f"{matter}escalate/", reason="需街道处置")
    at_once(subcenter, f"{matter}assign/", **{"department": TOWN_OFFICE, **more})
    return matter
