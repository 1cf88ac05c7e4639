"""What people do about a dispute, from the window to the follow-up."""

import re
from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

from .steps import choose_kind, do, fill, finish


def registered(clerk: Page, kind: str, title: str, summary: str, *, group: str = "邻里纠纷", **more) -> str:
    """A dispute of two people, written down at the window. Returns its address."""
    clerk.goto("/mediation/cases/new/")
    form = clerk.locator("main form[method=post]")
    choose_kind(clerk, group, kind)
    area = form.locator("[name=area] option:not([value=''])").first.get_attribute("value")
    fill(form, title=title, summary=summary, people="2", area=area, place="二组",
         happened_on=(date.today() - timedelta(days=2)).isoformat(),
         **{"form-0-name": "罗甲明", "form-1-name": "罗乙光", **more})
    with clerk.expect_navigation():
        clerk.locator("main .action-bar button").first.click()
    if clerk.url.endswith("/new/"):  # others of the county quarrel about the like: it is another dispute
        clerk.locator("main .action-bar button").first.click()
    clerk.wait_for_url(re.compile(r"/mediation/cases/\d+/$"))
    return clerk.url


def taken_on(clerk: Page, case: str) -> None:
    """Both were told their rights and agree to mediation; the case is accepted."""
    clerk.goto(f"{case}consent/")
    form = clerk.locator("main form[method=post]")
    parties = form.locator("[name=parties]")
    for n in range(parties.count()):
        form.locator(f"label[for='{parties.nth(n).get_attribute('id')}']").click()
    form.locator("[name=told]").check()
    fill(form, answer="agrees", openness="closed")
    form.locator(f"label[for='{form.locator('[name=form][value=oral]').get_attribute('id')}']").last.click()
    finish(clerk, "consent")
    expect(clerk.locator(".message--success")).to_be_visible()
    do(clerk, case, "accept", elsewhere="no")


def appointed(center: Page, case: str, name: str = "") -> None:
    """By name, or the first who is offered."""
    center.goto(f"{case}assign/")
    choice = center.locator("[name=mediator] option:not([value=''])", has_text=name).first.get_attribute("value")
    do(center, case, "assign", mediator=choice)


def met(page: Page, case: str, record: str) -> None:
    do(page, case, "session", held_at=this_minute(page), place="村调解室", participants="双方当事人",
       record=record)


def card(page: Page, name: str) -> Locator:
    """A part of the page of a case."""
    return page.locator(f"#{name}")


def followed_up(clerk: Page, case: str, note: str) -> None:
    """Each of the two parties is asked how it is."""
    for n in range(2):
        clerk.goto(f"{case}follow-up/")
        form = clerk.locator("main form[method=post]")
        form.locator(f"label[for='{form.locator('[name=party]').nth(n).get_attribute('id')}']").last.click()
        fill(form, way="phone", answer="satisfied", kept="kept", note=note)
        finish(clerk, "follow-up")
        expect(clerk.locator(".message--success")).to_be_visible()


def this_minute(page) -> str:
    """Now, as the browser's own field for date and time writes it."""
    page.goto("/")
    return page.evaluate("""() => {
        const now = new Date();
        return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
    }""")
