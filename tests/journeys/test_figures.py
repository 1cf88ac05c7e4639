"""The county's figures: each opens what stands behind it, the map goes down, the API says the same."""

import re

import pytest
from playwright.sync_api import Page, expect

from shuangliu.demo.accounts import password


@pytest.mark.parametrize(("row", "cell"), [("待核查", 0), ("处置中", 0)])
def test_a_number_opens_as_many_incidents(browser_page, row, cell):
    county = browser_page("county", "desk")
    county.goto("/dashboard/")
    link = county.get_by_role("row").filter(has=county.get_by_role("rowheader", name=row)).get_by_role("link").nth(cell)
    number = int(link.inner_text())
    link.click()
    assert number > 0
    assert rows_of_all_pages(county) == number


def test_a_rate_opens_the_cases_above_and_below_the_line(browser_page):
    county = browser_page("county", "desk")
    county.goto("/dashboard/")
    rate = county.locator(".stat", has_text="调解成功率（乙")
    shown = rate.locator(".stat__figure").inner_text()
    links = [link.get_attribute("href") for link in rate.get_by_role("link").all()]
    counts = []
    for link in links:
        county.goto(link)
        counts.append(rows_of_all_pages(county))
    assert shown.replace(" ", "").startswith(f"{100 * counts[0] / counts[1]:.2f}")


def rows_of_all_pages(page: Page) -> int:
    """How many matters a list has, its next pages included."""
    count = page.locator(".table--queue tbody tr").count()
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        count += page.locator(".table--queue tbody tr").count()
    return count


def test_the_map_goes_down_to_the_community(browser_page):
    county = browser_page("county", "desk")
    county.goto("/dashboard/")
    for level in ("街道", "社区"):
        name = county.locator("[data-figures-map] .map__name", has_text=level).first
        words = name.inner_text().split()[0]
        name.scroll_into_view_if_needed()
        middle = name.bounding_box()
        county.mouse.click(middle["x"] + middle["width"] / 2, middle["y"] + middle["height"] / 2)
        expect(county.get_by_role("heading", level=1)).to_contain_text(words)
        expect(county).to_have_url(re.compile(r"area=\d+"))


def test_the_api_says_what_the_page_says(browser_page):
    county = browser_page("county", "desk")
    county.goto("/dashboard/")
    standing = county.get_by_label("固定统计期").or_(county.locator("section[aria-label]").first).first.inner_text()
    machine = browser_page(None).request
    token = machine.post("/api/v1/token/", data={"username": "county", "password": password()}).json()["token"]
    answer = machine.get(
        "/api/v1/indicators/mediation_success/?area=510116&start=2011-08-01&end=2014-07-31",
        headers={"Authorization": f"Token {token}"}).json()
    assert f"{answer['value']} %" in standing
    assert f"{answer['numerator']}/{answer['denominator']}" in standing
