"""Settled on the spot: the worker shows before and after, and the station looks at what the lot has drawn."""

from contextlib import contextmanager

from playwright.sync_api import expect

from .steps import (
    begin,
    choose_kind,
    do,
    fill,
    finish,
    is_closed_to,
    is_done,
    number_on,
    offers,
    refused,
    rings,
    send_report,
    state_is,
    timeline_has,
    waits_for,
)

WORDS = "花坛边的垃圾已随手清走"


def test_what_is_drawn_comes_back_and_is_put_right(browser_page, photo):
    admin, worker = browser_page("admin", "desk"), browser_page("worker", "phone")
    station, handler = browser_page("station", "desk"), browser_page("handler", "phone")
    with everything_is_drawn(admin):
        matter = settled(worker, photo)
    state_is(worker, "当场处置")
    expect(worker.locator("main .photos__tile img")).to_have_count(2)
    expect(worker.get_by_role("main")).not_to_contain_text("抽中核查")  # the lot is not told
    number = number_on(worker)
    is_closed_to(worker, f"{matter}verify/", "403")
    is_closed_to(handler, matter, "404")

    # The station finds it drawn. Without a word of what is missing it does not go back, and the photo stays.
    rings(station, number, "当场处置的事件被抽中")
    waits_for(station, number)
    begin(station, matter, "rework", photos=[photo(colour="brown")])
    refused(station, "rework", "reason", "必填")
    expect(station.locator(".photos__tile")).to_have_count(1)
    station.fill("[name=reason]", "花坛里还有烟头")
    finish(station, "rework")
    is_done(station, matter)
    state_is(station, "返工")
    waits_for(station, number, present=False)

    waits_for(worker, number)
    do(worker, matter, "resolve", reply="烟头已捡净", photos=[photo(colour="olive")])
    waits_for(worker, number, present=False)  # nobody checks their own work
    waits_for(station, number)
    do(station, matter, "verify", note="已到场看过")
    do(station, matter, "close")
    state_is(station, "已结案")
    timeline_has(station, "上报", "当场处置", "返工", "花坛里还有烟头", "处置回复", "核查通过", "结案")
    assert not offers(worker, matter, "judge"), "nobody judges what they have settled themselves"
    expect(worker.locator("main .photos__tile img")).to_have_count(4)


def settled(worker, photo) -> str:
    """Reported and settled in one go; what is missing is asked for at its field first."""
    worker.goto("/incidents/new/")
    form = worker.locator("form[data-draft=incident-new]")
    choose_kind(worker, "市容环境", "暴露垃圾")
    expect(worker.locator("[data-place-said]")).to_contain_text("网格")
    expect(form.locator("[name=reply]")).to_be_hidden()
    form.get_by_text("已当场处置").click()
    fill(form, description=WORDS, reply="已扫净装袋", before=[photo("前.jpg", "olive")])
    worker.get_by_role("button", name="提交上报").click()
    expect(worker.locator(".field--error", has=worker.locator("[name=after]"))).to_be_visible()
    expect(form.locator("[name=description]")).to_have_value(WORDS)
    expect(form.locator("[name=reply]")).to_have_value("已扫净装袋")
    fill(form, after=[photo("后.jpg")])
    return send_report(worker)


@contextmanager
def everything_is_drawn(admin):
    before = set_share(admin, "100")
    try:
        yield
    finally:
        set_share(admin, before)


def set_share(admin, percent: str) -> str:
    """By the administrator, in the rules of the closed loop; returns what it was."""
    admin.goto("/admin/incidents/looprule/")
    admin.locator("#result_list tbody th a, .object-tools .addlink").first.click()
    field = admin.locator("[name=sample_percent]")
    before = field.input_value()
    field.fill(percent)
    admin.locator("[name=_save]").click()
    expect(admin.locator(".messagelist .success")).to_be_visible()
    return before
