"""The telephone system of the county, and the keyboard of the agent."""

import json
from urllib.request import Request, urlopen

from playwright.sync_api import Page, expect

TOKEN = "secret-of-the-telephones"
DESK, NEW = "/hotline/", "/hotline/calls/new/"


def telephones(url: str):
    """`pbx("ring", "j1", **{"from": "13800138001", "to": "12319"})` tells the product of a call."""

    def tell(event: str, call_id: str, **more) -> dict:
        said = json.dumps({"event": event, "call_id": call_id, "agent": "hotline", **more}).encode()
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        with urlopen(Request(f"{url}/hotline/calls/ring/", said, headers)) as answer:
            return json.load(answer)

    return tell


def on_shift(page: Page) -> Page:
    """At the desk, where calls ring."""
    page.goto(DESK)
    begin = page.get_by_role("button", name="上班签入")
    if begin.count():
        begin.click()
    expect(page.locator(".seat__state")).to_contain_text("在班")
    return page


class Keys:
    """The keyboard, which counts; text that the caller says is not counted."""

    def __init__(self, page: Page):
        self.page, self.count = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1

    def type(self, text: str) -> None:
        self.page.keyboard.insert_text(text)


def focus_is_on(page: Page, name: str) -> None:
    expect(page.locator(f"[name={name}]:focus")).to_have_count(1)
