"""Finding an incident again, and seeing while typing that it has been reported already."""

import re

from playwright.sync_api import expect

from .look import FAULTS
from .steps import choose_kind, number_on, reported, send_report, state_is

BOX, SEARCH = "[role=search] input[type=search]", "[role=search] button"


def test_a_station_finds_words_and_a_number(browser_page, place):
    worker = browser_page("worker", "phone")
    matter = reported(worker, place, "井盖翘起一角，自行车险些摔倒在桥头")
    for device in ("desk", "phone"):
        station = browser_page("station", device)
        station.goto("/incidents/")
        station.fill(BOX, "险些摔倒 桥头")
        station.click(SEARCH)
        expect(station.locator("mark")).to_have_text(["险些摔倒", "桥头"])
        assert station.evaluate(FAULTS, device == "phone") == []
        station.locator("tbody a").first.click()
        number = number_on(station)
        station.goto("/incidents/")
        station.fill(BOX, number)
        station.click(SEARCH)
        station.wait_for_url(matter)


def test_what_is_shown_as_similar_is_joined_by_its_button_only(browser_page, place):
    worker = browser_page("worker", "phone")
    reported(worker, place, "茶铺外的泔水桶倒了，一地油污")
    worker.goto("/incidents/new/")
    expect(worker.locator("[data-place-none]")).to_be_visible()
    choose_kind(worker, "市容环境", "暴露垃圾")
    worker.fill("[name=description]", "茶铺旁边另一处泔水桶也倒了")
    expect(worker.locator(".similar__item").first).to_be_visible()
    send_report(worker)
    state_is(worker, "待受理")
    expect(worker.locator("main")).not_to_contain_text("并入")


def test_what_is_reported_already_is_shown_while_typing_and_joined(browser_page, place):
    worker = browser_page("worker", "phone")
    reported(worker, place, "桥头垃圾桶满了没人收，已经有味道")
    worker.goto("/incidents/new/")
    similar = worker.locator(".similar__item")
    expect(worker.locator("[data-place-none]")).to_be_visible()  # the phone has said where it is
    choose_kind(worker, "市容环境", "暴露垃圾")
    worker.fill("[name=description]", "桥头的垃圾桶满了没人收")
    expect(similar.first).to_contain_text("桥头垃圾桶满了没人收")
    expect(similar.first).to_contain_text(re.compile(r"10 米 · .*前"))
    assert worker.evaluate(FAULTS, True) == []
    worker.locator("[data-place-none]").click()
    expect(similar).to_have_count(0)
    worker.locator("[data-place-here]").click()
    similar.first.get_by_role("button").click()
    expect(worker.locator("main")).to_contain_text(re.compile(r"并入\s*SJ\d{8}"))
