"""What the behaviours do for whoever fills in a form: nothing typed is lost, nothing is sent twice."""

from playwright.sync_api import expect

from tests.served import until

from .conftest import sign_in

NEW = "/incidents/new/"
WORDS = "消防通道被占 😀𬭚"

# Kept a moment after the last change; the page itself shows nothing of it.
KEPT = """async ([words, count]) => {
  // Opening it before the page has would make an empty one.
  if (!(await indexedDB.databases()).some(({ name }) => name === "shuangliu")) return false;
  const open = indexedDB.open("shuangliu");
  const database = await new Promise((done) => { open.onsuccess = () => done(open.result); });
  const all = database.transaction("drafts").objectStore("drafts").getAll();
  const drafts = await new Promise((done) => { all.onsuccess = () => done(all.result); });
  database.close();
  return drafts.some((draft) => JSON.stringify(draft.values).includes(words) && draft.files.length === count);
}"""


def names(page):
    """Of the photos that would be sent."""
    return page.evaluate("[...document.querySelector('[name=photos]').files].map((file) => file.name)")


def fill(page, *photos):
    page.goto(NEW)
    page.fill("[name=description]", WORDS)
    page.locator(".picker__name").first.click()
    page.locator(".picker__group[open] .chip__text").first.click()
    page.set_input_files("[name=photos]", photos)
    expect(page.locator(".photos__tile")).to_have_count(len(photos))
    until(lambda: page.evaluate(KEPT, [WORDS, len(photos)]), what="the draft is kept")


def test_a_draft_with_its_photos_survives_a_reload_and_can_be_discarded(browser_page, photo):
    page = browser_page("worker", "phone")
    fill(page, photo("一.jpg"), photo("二.jpg", "red"))
    page.reload()
    restored = page.locator("form .message--warning").filter(has_text="已恢复未提交的草稿")
    expect(restored).to_be_visible()
    expect(page.locator("[name=description]")).to_have_value(WORDS)
    expect(page.locator(".photos__tile")).to_have_count(2)
    assert names(page) == ["一.jpg", "二.jpg"]
    assert page.locator("[name=category]:checked").count() == 1

    restored.get_by_role("button", name="丢弃草稿").click()
    expect(page.locator("[name=description]")).to_have_value("")
    expect(restored).to_have_count(0)


def test_a_draft_is_nobody_elses(browser_page, photo):
    page = browser_page(None, "phone")
    sign_in(page, "worker")  # a session of its own, since it ends here
    fill(page, photo())
    page.locator(".top summary").click()
    page.get_by_role("button", name="退出登录").click()
    page.wait_for_url("**/accounts/login/")
    sign_in(page, "station")
    page.goto(NEW)
    expect(page.locator("[name=description]")).to_have_value("")


def test_a_photo_can_be_added_and_taken_away(browser_page, photo):
    page = browser_page("worker", "phone")
    page.goto(NEW)
    page.set_input_files("[name=photos]", [photo("一.jpg")])
    page.set_input_files("[name=photos]", [photo("二.jpg", "red")])
    expect(page.locator(".photos__tile")).to_have_count(2)
    page.get_by_role("button", name="移除这张照片").first.click()
    expect(page.locator(".photos__tile")).to_have_count(1)
    assert names(page) == ["二.jpg"]


def test_without_a_network_the_page_stays_and_says_so(browser_page):
    page = browser_page("worker", "phone")
    page.goto(NEW)
    page.fill("[name=description]", WORDS)
    page.context.set_offline(True)
    page.get_by_role("button", name="提交").click()
    expect(page.get_by_text("当前没有网络")).to_be_visible()
    expect(page.locator("[name=description]")).to_have_value(WORDS)
    page.context.set_offline(False)


def test_a_second_click_sends_nothing(browser_page):
    page = browser_page("worker", "phone")
    page.goto(NEW)
    posts = []
    # Of the form alone: what is nearby may be asked for meanwhile.
    page.on("request", lambda request: posts.append(request) if request.method == "POST"
            and request.url.endswith(NEW) else None)
    page.evaluate("""() => {
      const button = document.querySelector("main form .button--primary");
      button.click(); button.click(); button.click();
    }""")
    page.wait_for_load_state()
    expect(page.get_by_role("alert")).to_be_visible()  # nothing was filled in
    assert len(posts) == 1


def test_the_theme_chosen_by_hand_stays(browser_page):
    page = browser_page("county", "desk")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.locator(".nav__who summary").click()
    page.get_by_role("button", name="切换浅色").click()
    dark = page.evaluate(ground)
    assert dark != light
    page.goto("/incidents/")
    assert page.evaluate(ground) == dark


def test_a_menu_closes_by_escape(browser_page):
    page = browser_page("county", "desk")
    menu = page.locator(".nav__who")
    menu.locator("summary").press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()
