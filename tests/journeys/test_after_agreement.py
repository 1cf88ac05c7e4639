"""Neighbours over a path: agreed, broken, agreed anew, paid and asked how it is; and a drain that the village could not
settle, handed up to the town with its history."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from .mediating import appointed, card, followed_up, met, registered, taken_on
from .steps import do, fill, finish, state_is, timeline_has

# As if so many days had gone by: everything of the case lies that much further back.
DAYS_PASS = """
from datetime import timedelta
from django.db.models import F
from mediation.models import Case, Duty, Performance, Round, Session
back = timedelta(days={days})
case = Case.objects.filter(pk={pk})
case.update(**{{name: F(name) - back for name in ("registered_at", "accepted_at", "assigned_at", "concluded_at")}})
Session.objects.filter(case={pk}).update(held_at=F("held_at") - back, recorded_at=F("recorded_at") - back)
Round.objects.filter(case={pk}).update(**{{name: F(name) - back for name in ("opened_at", "ended_at", "effective_at")}})
for item in Performance.objects.filter(case={pk}):
    Performance.objects.filter(pk=item.pk).update(due_on=item.due_on - back, due_at=item.due_at - back)
Duty.objects.filter(case={pk}).update(due_at=F("due_at") - back)
"""


@pytest.fixture
def days_pass(product):
    def pass_(case: str, days: int) -> None:
        pk = re.search(r"/cases/(\d+)/", case).group(1)
        product.manage("shell", "--no-imports", "-c", DAYS_PASS.format(pk=pk, days=days))

    return pass_


def test_a_path_walled_off_agreed_broken_and_agreed_anew(browser_page, days_pass):
    clerk, center, mediator = browser_page("clerk"), browser_page("center"), browser_page("mediator", "phone")
    title = f"共用通道被砌墙堵塞 {uuid4().hex[:6]}"
    case = registered(clerk, "用水排水通行通风采光", title, "甲在共用通道上砌墙，乙无法通行。")
    taken_on(clerk, case)
    appointed(center, case, "冯桂芳")
    met(mediator, case, "双方同意先拆墙，恢复通行。")

    # Agreed orally: in effect at once, to be done within three days.
    do(mediator, case, "agree", agreement_form="oral", agreement="甲三日内拆墙，恢复通行。", plan="later",
       what="拆除围墙", due_on=(date.today() + timedelta(days=3)).isoformat())
    state_is(mediator, "达成协议")
    expect(card(mediator, "performance")).to_contain_text("待履行")

    # Five days later the wall stands: it is on the list, and the breach is recorded from there.
    days_pass(case, 5)
    mediator.goto("/mediation/duties/?tab=overdue")
    row = mediator.locator(".table--queue tbody tr", has_text=title)
    expect(row).to_contain_text("拆除围墙")
    row.get_by_role("link", name=title).click()
    card(mediator, "performance").get_by_role("link", name="登记违约").click()
    expect(mediator.locator("[name=item]:checked")).to_have_count(1)
    fill(mediator.locator("main form[method=post]"), note="墙拆了一半又砌上。")
    finish(mediator, "breach")
    expect(card(mediator, "performance")).to_contain_text("未履行")
    card(mediator, "performance").get_by_role("link", name="登记督促").click()
    fill(mediator.locator("main form[method=post]"), note="上门督促，对方仍不拆。")
    finish(mediator, "urge")
    expect(mediator.locator(".message--success")).to_be_visible()

    # The second round: signed, 200 yuan on the table.
    do(clerk, case, "reopen", reason="五天后通道又被堵。")
    appointed(center, case, "冯桂芳")
    met(mediator, case, "双方同意拆墙，并补偿二百元。")
    do(mediator, case, "agree", agreement_form="written", agreement="甲拆墙并补偿乙二百元。", amount="200", plan="now")
    expect(card(mediator, "performance")).to_contain_text("200.00")
    expect(card(mediator, "performance")).to_contain_text("由新一轮调解取代")
    do(mediator, case, "sign")
    timeline_has(mediator, "达成协议", "未履行", "督促履行", "重新调解", "达成协议", "签字盖章，协议生效")
    expect(card(mediator, "court")).to_contain_text("双方可在")

    # Another person asks both how it is; the mediator does not hear what they answered.
    followed_up(clerk, case, "墙已拆，钱已收到。")
    expect(card(clerk, "follow-ups")).to_contain_text("满意")
    clerk.goto("/mediation/duties/?tab=coming&kind=follow_up")
    expect(clerk.locator(".table--queue tbody tr", has_text=title)).to_have_count(0)
    mediator.goto(case)
    expect(card(mediator, "follow-ups")).not_to_contain_text("钱已收到")
    state_is(mediator, "达成协议")


def test_a_drain_that_failed_twice_in_the_village_is_settled_in_the_town_with_its_history(browser_page):
    clerk, center, mediator = browser_page("clerk"), browser_page("center"), browser_page("mediator", "phone")
    case = registered(clerk, "用水排水通行通风采光", f"排水沟改道积水 {uuid4().hex[:6]}",
                      "甲改了排水沟，雨水流入乙院内。")
    taken_on(clerk, case)
    appointed(center, case)  # of the village's committee; the clerk writes for them
    met(clerk, case, "第一次：乙要求恢复原沟，甲不同意。")
    do(clerk, case, "retry", failed_reason="no_agreement", tried="提出两家各出一半修沟。")
    met(clerk, case, "第二次：甲只愿出三成。")
    do(clerk, case, "move-up", failed_reason="no_agreement", tried="两次未成，需镇上会同水务人员查看。")
    state_is(clerk, "已受理")

    # The town sees what was tried, and settles it.
    appointed(center, case, "冯桂芳")
    mediator.goto(case)
    main = mediator.get_by_role("main")
    for words in ("第 1 轮 · 社区（村）", "第 2 轮 · 社区（村）", "第 3 轮 · 下级上移", "提出两家各出一半修沟。",
                  "第一次：乙要求恢复原沟", "第二次：甲只愿出三成", "需镇上会同水务人员查看"):
        expect(main).to_contain_text(words)
    met(mediator, case, "第三次：会同水务人员查看后，双方同意各出一半修沟。")
    do(mediator, case, "agree", agreement_form="written", agreement="甲乙各出一半费用，十日内恢复原沟。", plan="later",
       what="恢复排水沟", due_on=(date.today() + timedelta(days=10)).isoformat())
    do(mediator, case, "sign")
    state_is(mediator, "达成协议")
    timeline_has(mediator, "已受理", "已指派", "调解记录", "已上移一级", "已指派", "调解记录", "达成协议",
                 "签字盖章，协议生效")
    expect(card(mediator, "performance")).to_contain_text("恢复排水沟")
    expect(card(mediator, "performance")).to_contain_text("待履行")
    followed_up(clerk, case, "沟已修好。")
    expect(card(clerk, "follow-ups")).to_contain_text("满意")
