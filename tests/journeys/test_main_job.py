"""The main job, told once from the street to the county's figures."""

import re
from uuid import uuid4

from playwright.sync_api import expect

from .steps import (
    RARE,
    choose_kind,
    do,
    draft_is_kept,
    fill,
    number_on,
    offers,
    send_report,
    state_is,
    timeline_has,
    waits_for,
)


def test_a_report_travels_from_the_street_to_the_figures(browser_page, photo):
    county = browser_page("county", "desk")
    reported_before, closed_before = figures(county)
    worker, station = browser_page("worker", "phone"), browser_page("station", "desk")
    subcenter, handler = browser_page("subcenter", "desk"), browser_page("handler", "phone")

    # The worker stands before it: a photo, where they are, two taps, a few words.
    worker.goto("/")
    worker.get_by_role("link", name="上报事件").click()
    form = worker.locator("form[data-draft=incident-new]")
    fill(form, photos=[photo()], description=RARE)
    choose_kind(worker, "市容环境", "暴露垃圾")
    expect(worker.locator("[data-place-said]")).to_contain_text("网格")
    grid = worker.locator("[data-place-said]").inner_text()

    # The phone rings, the browser starts anew: everything is still there, the photo too.
    draft_is_kept(worker)
    worker.reload()
    expect(worker.locator("[name=description]")).to_have_value(RARE)
    expect(worker.locator("[name=category]:checked")).to_have_count(1)
    expect(worker.locator(".photos__tile img")).to_have_count(1)
    expect(worker.locator("[data-place-said]")).to_have_text(grid)
    matter = send_report(worker)

    expect(worker.get_by_role("main")).to_contain_text(RARE)
    expect(worker.get_by_role("main")).to_contain_text(grid)
    expect(worker.locator("main .photos__tile img")).to_have_count(1)
    state_is(worker, "待受理")
    number = number_on(worker)
    worker.goto("/incidents/new/")
    expect(worker.locator("[name=description]")).to_have_value("")  # what is stored is no draft any more

    waits_for(station, number)
    do(station, matter, "accept", note="属实")
    do(station, matter, "escalate", reason="需综合执法队处置")
    waits_for(station, number, present=False)

    waits_for(subcenter, number)
    do(subcenter, matter, "assign", department="dongsheng-urban-management", note="请今日处理")
    state_is(subcenter, "待签收")

    waits_for(handler, number)
    do(handler, matter, "sign")
    expect(handler.locator(".clock").first).to_contain_text("剩")
    do(handler, matter, "resolve", reply="已清运并消毒。", photos=[photo(colour="olive")])
    assert not offers(handler, matter, "verify"), "nobody checks their own work"

    expect(station.get_by_role("main")).not_to_contain_text("已清运并消毒")
    do(station, matter, "verify", note="现场已干净")
    waits_for(subcenter, number)
    do(subcenter, matter, "close")
    waits_for(worker, number)
    do(worker, matter, "judge", satisfaction="satisfied", comment="很快")

    for person in (worker, station, subcenter, handler, county):
        person.goto(matter)
        state_is(person, "已评价")
        timeline_has(person, "上报", "受理", "上报上一级", "派遣至东升街道综合行政执法队", "签收", "处置回复",
                     "核查通过", "结案", "评价")
        expect(person.locator("main .photos__tile img")).to_have_count(2)
    assert figures(county) == (reported_before + 1, closed_before + 1)


def figures(page) -> tuple[int, int]:
    """Reported and judged incidents of the month, as the dashboard prints them."""
    page.goto("/dashboard/")
    reported = page.locator(".stat", has=page.get_by_text("上报事件", exact=True)).locator(".stat__figure")
    judged = page.locator("tr", has=page.get_by_role("rowheader", name="已评价")).locator("td")
    return int(reported.inner_text()), int(judged.first.inner_text())


def test_two_taps_on_send_make_one_incident(browser_page):
    """A slow network, an impatient thumb: the second tap finds the form on its way; and a form that is sent again
    for good (another tab, no script) opens the incident that exists."""
    words = f"连点两次的上报 {uuid4()}"
    worker = browser_page("worker", "phone")
    worker.goto("/incidents/new/")
    choose_kind(worker, "市容环境", "暴露垃圾")
    fill(worker.locator("form[data-draft=incident-new]"), description=words)
    expect(worker.locator("[data-place-said]")).to_contain_text("网格")
    sent = worker.evaluate("""() => {
        const form = document.querySelector("form[data-draft=incident-new]");
        const fields = new FormData(form);
        const send = () => fetch(form.action, {method: "POST", body: fields}).then((answer) => answer.url);
        return Promise.all([send(), send()]);
    }""")
    assert sent[0] == sent[1]
    assert re.search(r"/incidents/\d+/$", sent[0])
    worker.get_by_role("button", name="提交上报").dblclick()
    worker.wait_for_url(sent[0])
    worker.goto("/incidents/?tab=mine")
    expect(worker.get_by_text(words)).to_have_count(1)
