"""All main pages as each kind of user sees them, phone and desk, light and dark: no fault of look or reach."""

import re

import pytest
from playwright.sync_api import Page, expect

from .look import FAULTS

FIRST = ".table--queue .cell-title__link"  # stands for the first matter of a list
INCIDENTS, CASES = "/incidents/", "/mediation/cases/"

# Who opens what; a pair is a list and what is opened from its first matter: "" its page, else an act.
PAGES = {
    None: ["/accounts/login/", "/nothing/", "/offline/"],
    "worker": ["/", INCIDENTS, f"{INCIDENTS}?tab=mine", "/incidents/new/", (f"{INCIDENTS}?tab=mine", ""), "/grids/",
               ("/grids/workers/", ""), "/accounts/password/", "/notices/", "/dashboard/", "/patrol/",
               "/patrol/notes/new/", "/patrol/notes/", "/patrol/outbox/"],
    "station": ["/patrol/notes/", "/notices/", "/notices/?tab=all", INCIDENTS, f"{INCIDENTS}?q=垃圾",
                f"{INCIDENTS}?q=没有这个词", f"{INCIDENTS}?tab=open&is_overdue=on", f"{INCIDENTS}filters/",
                (f"{INCIDENTS}?state=reported", ""), (f"{INCIDENTS}?state=accepted", "escalate"),
                (f"{INCIDENTS}?state=resolved", "rework"), "/dashboard/"],
    "admin": ["/", "/reference/"],
    "subcenter": [(f"{INCIDENTS}?state=in_progress", ""), (f"{INCIDENTS}?state=in_progress", "supervise"),
                  (f"{INCIDENTS}?state=in_progress", "whistle"), f"{INCIDENTS}demands/?tab=open", "/grids/",
                  "/grids/changes/", "/grids/changes/new/",
                  "/grids/workers/", ("/grids/workers/", ""), ("/grids/workers/", "edit"),
                  ("/grids/workers/", "certificate"), "/grids/posts/", ("/grids/posts/", ""),
                  ("/grids/posts/", "hand-over")],
    "county": ["/", f"{INCIDENTS}?tab=all", f"{INCIDENTS}rules/?rules=drafts&days=90",
               f"{INCIDENTS}?state=closed", "/dashboard/", f"{CASES}?tab=all",
               (f"{CASES}?tab=all", ""), "/mediation/", "/mediation/network/orgs/", "/grids/"],
    "handler": ["/", (INCIDENTS, ""), f"{INCIDENTS}demands/"],
    "clerk": ["/", CASES, f"{CASES}?state=agreed", f"{CASES}new/", (f"{CASES}?state=registered", "accept"),
              (f"{CASES}?state=registered", "refuse"), (f"{CASES}?state=agreed", ""),
              (f"{CASES}?state=agreed", "reveal")],
    "center": [(f"{CASES}?state=accepted", "assign")],
    "mediator": [CASES, (f"{CASES}?state=mediating", ""), (f"{CASES}?state=mediating", "session"),
                 (f"{CASES}?state=mediating", "agree"), (f"{CASES}?state=mediating", "fail")],
}


@pytest.mark.parametrize("device", ["phone", "desk"])
@pytest.mark.parametrize("user", PAGES)
def test_pages_are_sound(browser_page, user, device):
    page = browser_page(user, device)
    faults = {}
    for address in PAGES[user]:
        page.goto(address if isinstance(address, str) else matter_on(page, *address))
        if page.locator(".map, [data-chart]").count():
            page.wait_for_load_state("networkidle")
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            if found := page.evaluate(FAULTS, device == "phone"):
                faults[f"{page.url} {theme}"] = found
    assert not faults, "\n".join(f"{where}: {fault}" for where, found in faults.items() for fault in found)


def matter_on(page: Page, list_address: str, act: str) -> str:
    page.goto(list_address)
    return page.locator(FIRST).first.get_attribute("href") + (f"{act}/" if act else "")


def test_the_keyboard_reaches_the_work(browser_page):
    """Skip the navigation, walk through the queue, open a matter with Enter; the focus can always be seen."""
    station = browser_page("station", "desk")
    station.goto(INCIDENTS)
    station.keyboard.press("Tab")
    expect(station.get_by_role("link", name="跳到正文")).to_be_in_viewport()
    station.keyboard.press("Enter")
    expect(station.locator("main")).to_be_focused()
    first = station.locator(FIRST).first
    for _ in range(40):
        station.keyboard.press("Tab")
        assert station.evaluate(FOCUS_SHOWS), station.evaluate("document.activeElement.outerHTML")
        if first.evaluate("link => link === document.activeElement"):
            break
    expect(first).to_be_focused()
    station.keyboard.press("Enter")
    expect(station).to_have_url(re.compile(r"/incidents/\d+/$"))


FOCUS_SHOWS = """() => {
    const element = document.activeElement, focused = getComputedStyle(element);
    const drawn = focused.outlineStyle !== "none" && parseFloat(focused.outlineWidth) > 0;
    return drawn || focused.boxShadow !== "none" || getComputedStyle(element, "::after").outlineStyle !== "none"
        || getComputedStyle(element.labels?.[0] ?? element).outlineStyle !== "none";
}"""


def test_a_matter_prints_without_navigation(browser_page):
    station = browser_page("station", "desk")
    station.goto(matter_on(station, f"{INCIDENTS}?state=accepted", ""))
    expect(station.locator("nav.nav")).to_be_visible()
    station.emulate_media(media="print")
    for gone in ("nav.nav", "form", ".button", ".page-header__back"):
        for element in station.locator(gone).all():
            expect(element).to_be_hidden()
    expect(station.locator(".timeline")).to_be_visible()
    expect(station.locator("h1")).to_be_visible()
