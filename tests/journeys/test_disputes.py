"""Disputes: of an incident, and at the window."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from shuangliu.privacy.id_number import check_digit

from .mediating import this_minute
from .steps import at_once, choose_kind, do, fill, number_on, reported, state_is, timeline_has, waits_for

FIRST17 = "51019919800101123"  # an area code that was never given to any place


def test_an_incident_of_a_dispute_is_mediated_and_comes_back(browser_page, place):
    worker, station = browser_page("worker", "phone"), browser_page("station", "desk")
    clerk, center, mediator = browser_page("clerk"), browser_page("center"), browser_page("mediator", "phone")
    incident = reported(worker, place, "楼上漏水，两家争执不下", category="E08-01")
    at_once(station, f"{incident}accept/")
    do(station, incident, "mediate", category="0201", title="楼上楼下漏水", people="4")
    state_is(station, "处置中")
    case_number = re.search(r"TJ\d{8}", station.get_by_role("main").inner_text()).group()

    waits_for(clerk, case_number)
    clerk.get_by_role("link", name="楼上楼下漏水").first.click()
    case = clerk.url
    # Nobody is mediated whom the centre does not know: the clerk learns from both who they are, and that they agree.
    for role, name in (("applicant", "甲某"), ("respondent", "乙某")):
        do(clerk, case, "add-party", role=role, name=name, consent="oral")
    do(clerk, case, "accept", elsewhere="no")
    center.goto(f"{case}assign/")
    choice = center.locator("[name=mediator] option", has_text="冯桂芳").first.get_attribute("value")
    do(center, case, "assign", mediator=choice)

    waits_for(mediator, case_number)
    do(mediator, case, "session", held_at=this_minute(mediator), place="社区调解室", participants="双方当事人",
       record="甲方称漏水三次；乙方愿意检修。")
    do(mediator, case, "agree", agreement_form="oral", agreement="乙方三日内修好水管。")
    state_is(mediator, "达成协议")

    # The incident is back for the check, by another than those who settled it; the papers stay with the mediators.
    waits_for(station, (number := number_in(station, incident)))
    station.goto(incident)
    state_is(station, "待核查")
    expect(station.get_by_role("main")).not_to_contain_text("乙方三日内修好水管")
    station.goto(case)
    expect(station.locator(".alone__code")).to_have_text(re.compile("40[34]"))
    do(station, incident, "verify", note="已回访，双方认可")
    do(station, incident, "close")
    timeline_has(station, "转调解", "纠纷已化解", "核查通过", "结案")
    waits_for(worker, number)


def number_in(page, matter: str) -> str:
    page.goto(matter)
    return number_on(page)


def test_a_clerk_registers_a_dispute_at_the_window(browser_page):
    clerk = browser_page("clerk", "desk")
    right, wrong = FIRST17 + check_digit(FIRST17), FIRST17 + ("0" if check_digit(FIRST17) != "0" else "1")
    clerk.goto("/mediation/cases/")
    clerk.get_by_role("link", name="登记案件").click()
    form = clerk.locator("main form[method=post]")
    choose_kind(clerk, "邻里纠纷", "相邻土地建筑利用")
    area = form.locator("[name=area] option:not([value=''])").first.get_attribute("value")
    fill(form, title="院墙界线", summary="两家对院墙位置各执一词。", people="5", area=area, place="三组",
         happened_on=(date.today() - timedelta(days=3)).isoformat(),
         **{"form-0-name": "欧阳𠮷祥", "form-0-id_number": wrong, "form-0-phone": "13800001234",
            "form-1-name": "王小二"})
    clerk.get_by_role("button", name="登记").click()

    # The wrong digit is said at its field; nothing else has to be typed again.
    field = clerk.locator(".field--error", has=clerk.locator("[name=form-0-id_number]"))
    expect(field).to_contain_text("校验")
    expect(clerk.locator("[name=summary]")).to_have_value("两家对院墙位置各执一词。")
    expect(clerk.locator("[name=category]:checked")).to_have_count(1)
    expect(clerk.locator("[name=form-1-name]")).to_have_value("王小二")
    clerk.locator("[name=form-0-id_number]").fill(right)
    clerk.get_by_role("button", name="登记").click()
    clerk.wait_for_url(re.compile(r"/mediation/cases/\d+/$"))

    # Masked for everybody, until somebody says what for.
    main = clerk.get_by_role("main")
    expect(main).to_contain_text("欧")
    expect(main).not_to_contain_text("欧阳𠮷祥")
    expect(main).not_to_contain_text(right)
    clerk.get_by_role("link", name="查看个人信息").click()
    expect(main).not_to_contain_text(right)
    clerk.locator("main form[method=post] button.button--primary").click()
    expect(clerk).to_have_url(re.compile("/reveal/$"))
    expect(main).not_to_contain_text(right)
    fill(clerk.locator("main form.form"), purpose="other", words="通知双方到场调解")
    clerk.locator("main form[method=post] button.button--primary").click()
    expect(main).to_contain_text(right)
    expect(main).to_contain_text("欧阳𠮷祥")
    clerk.get_by_role("button", name="立即隐藏").click()
    expect(main).not_to_contain_text(right)
    timeline_has(clerk, "通知双方到场调解")
