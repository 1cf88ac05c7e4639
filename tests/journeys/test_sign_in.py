"""The way in: sign in, the desk opens, sign out."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("device", ["phone", "desk"])
def test_a_worker_signs_in_and_the_desk_opens(browser_page, device):
    page = browser_page("worker", device)
    expect(page).to_have_url(re.compile(r"/$"))
    expect(page.get_by_role("main")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen"


def test_a_stranger_is_sent_to_the_sign_in_and_back(browser_page, product):
    page = browser_page(None)
    page.goto("/incidents/")
    expect(page).to_have_url(re.compile(r"/accounts/login/\?next=/incidents/$"))


def test_a_wrong_password_is_said_clearly(browser_page):
    page = browser_page(None, "phone")
    page.goto("/accounts/login/")
    page.fill("[name=username]", "worker")
    page.fill("[name=password]", "not-the-password")
    page.click("main form button[type=submit]")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("[name=username]")).to_have_value("worker")
