"""One matter reported twice, a wrong kind, a report by mistake: what the station and the reporter make of them."""

from playwright.sync_api import expect

from .steps import (
    begin,
    choose_kind,
    do,
    finish,
    form_of,
    is_closed_to,
    is_done,
    number_on,
    offers,
    refused,
    reported,
    rings,
    state_is,
    timeline_has,
    too_late,
    waits_for,
)


def test_two_reports_become_one_and_two_again(browser_page, place):
    worker, station = browser_page("worker", "phone"), browser_page("station", "desk")
    tab, subcenter = browser_page("station", "desk"), browser_page("subcenter", "desk")
    first, second = (reported(worker, place, f"合并，小区后门垃圾成堆，{n}号口") for n in "一二")
    worker.goto(first)
    known = number_on(worker)
    begin(subcenter, second, "reject", reason="与前一件重复，不再受理")

    # A wrong number is said at its field, the note stays; then both windows of the station send the right one.
    begin(station, second, "merge", into="SJ99999999", note="同一处垃圾")
    number = number_on(station)
    expect(form_of(station, "merge").locator("[name=note]")).to_have_value("同一处垃圾")
    refused(station, "merge", "into", "没有您可查看的此编号事件")
    expect(station.locator("[name=note]")).to_have_value("同一处垃圾")
    station.fill("[name=into]", number)
    refused(station, "merge", "into", "不能并入该事件")
    station.fill("[name=into]", known)
    begin(tab, second, "merge", into=known, note="同一处垃圾")
    for page in (station, tab):
        finish(page, "merge")
        is_done(page, second)
    state_is(tab, "已合并")
    expect(tab.locator(".timeline__verb", has_text="合并")).to_have_count(1)  # the second click did nothing
    waits_for(station, number, present=False)

    # Whoever had the form open reads who was faster; what was typed is still there.
    too_late(subcenter, "reject", "赵晓敏", reason="与前一件重复，不再受理")

    # The reporter is told, and led to where it goes on.
    rings(worker, number, "已与同一事件合并办理")
    worker.goto(second)
    state_is(worker, "已合并")
    worker.get_by_role("main").get_by_role("link", name=known).click()
    expect(worker).to_have_url(first)
    expect(worker.get_by_role("main")).to_contain_text(number)

    do(station, second, "unmerge", reason="二号口是另一处")
    state_is(station, "待受理")
    timeline_has(station, "上报", "合并", "撤销合并", "二号口是另一处")
    waits_for(station, number)
    rings(worker, number, "已撤销合并")


def test_a_wrong_kind_is_corrected_and_a_mistake_is_withdrawn(browser_page, place):
    worker, station = browser_page("worker", "phone"), browser_page("station", "desk")
    wrong, mistake = (reported(worker, place, words) for words in ("更正，烧烤摊占了人行道", "撤销，按错了"))

    # The kind is put right; the words of the reporter stay.
    begin(station, wrong, "correct", note="属占道经营")
    choose_kind(station, "街面秩序", "占道经营")
    finish(station, "correct")
    is_done(station, wrong)
    expect(station.get_by_role("heading", level=1)).to_contain_text("占道经营")
    expect(station.get_by_role("main")).to_contain_text("烧烤摊占了人行道")
    state_is(station, "待受理")
    timeline_has(station, "上报", "更正", "属占道经营")

    # The reporter takes a mistake back, with a reason. The station that comes later reads so.
    begin(station, mistake, "accept", note="现场属实")
    number = number_on(station)
    begin(worker, mistake, "cancel")
    refused(worker, "cancel", "reason", "必填")
    worker.fill("[name=reason]", "点错了类别，重新上报")
    finish(worker, "cancel")
    is_done(worker, mistake)
    state_is(worker, "已撤销")
    too_late(station, "accept", "刘洪波", note="现场属实")
    rings(station, number, "有上报事件已撤销")
    waits_for(station, number, present=False)

    # What the station has taken on is the station's to withdraw, no longer the reporter's.
    do(station, wrong, "accept")
    assert not offers(worker, wrong, "cancel")
    is_closed_to(worker, f"{wrong}cancel/", "403")
    do(station, wrong, "cancel", reason="摊主已自行撤离，与上报人确认")
    worker.goto(wrong)
    state_is(worker, "已撤销")
    timeline_has(worker, "更正", "受理", "撤销", "摊主已自行撤离")
