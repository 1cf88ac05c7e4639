"""Disputes whose limit is their own: a traffic accident, from the police's desk to the payment, and a medical dispute
with an appraisal, during which the clock rests."""

from datetime import date, timedelta
from uuid import uuid4

from playwright.sync_api import expect

from .mediating import appointed, card, followed_up, met, registered, taken_on
from .steps import begin, do, fill, finish, refused, state_is, timeline_has

INJURY = "侵权相关纠纷"


def ago(days: int) -> str:
    return (date.today() - timedelta(days=days)).isoformat()


def ahead(days: int) -> str:
    return ago(-days)


def test_a_traffic_accident_is_settled_and_paid(browser_page):
    clerk, center = browser_page("clerk"), browser_page("center")
    case = registered(clerk, "交通事故", f"电动车碰撞赔偿 {uuid4().hex[:6]}", "甲骑车撞伤乙，双方对误工费有争议。",
                      group=INJURY, source="police_reception", external_ref=f"交认字{uuid4().hex[:8]}")
    taken_on(clerk, case)
    expect(card(clerk, "clocks")).to_contain_text("《道路交通事故处理程序规定》第九十条")
    expect(card(clerk, "clocks")).to_contain_text("起算日待查明")
    appointed(center, case, "冯桂芳")

    # The ten days count from the end of the treatment, which nobody can know before it has come.
    mediator = browser_page("mediator", "phone")
    begin(mediator, case, "start-clock", event="treatment", on=ahead(3))
    refused(mediator, "start-clock", "on", "尚未到来")
    fill(mediator.locator("main form[method=post]"), on=ago(1))
    finish(mediator, "start-clock")
    expect(card(mediator, "clocks")).to_contain_text("治疗终结")
    expect(card(mediator, "clocks")).not_to_contain_text("起算日待查明")
    met(mediator, case, "甲愿承担七成，乙同意一次付清。")
    do(mediator, case, "agree", agreement_form="written", agreement="甲一次性赔偿乙三千二百元。", amount="3200",
       plan="later", due_on=ahead(20))
    state_is(mediator, "达成协议")
    do(mediator, case, "sign")

    # Paid: the receipt is seen, nothing is owed any more, and the police hear how it ended.
    performance = card(mediator, "performance")
    expect(performance).to_contain_text("3200.00")
    performance.get_by_role("link", name="登记履行").click()
    fill(mediator.locator("main form[method=post]"), note="银行转账，收条一张。")
    finish(mediator, "perform")
    expect(performance).to_contain_text("已履行")
    expect(performance.get_by_role("link", name="登记履行")).to_have_count(0)
    do(clerk, case, "report-result", to="交警一大队", how="书面函件")
    expect(clerk.get_by_role("main")).to_contain_text("已反馈")
    followed_up(clerk, case, "钱已到账。")
    expect(card(clerk, "follow-ups")).to_contain_text("满意")
    timeline_has(clerk, "已登记", "已受理", "已指派", "期限起算", "调解记录", "达成协议", "签字盖章，协议生效",
                 "已履行")


def test_the_limit_of_a_medical_dispute_rests_while_something_is_appraised(browser_page):
    clerk, center, mediator = browser_page("clerk"), browser_page("center"), browser_page("mediator", "phone")
    case = registered(clerk, "医疗损害", f"术后损害赔偿 {uuid4().hex[:6]}", "乙认为手术有过错，甲不认可。",
                      group=INJURY)
    taken_on(clerk, case)
    appointed(center, case, "冯桂芳")
    met(mediator, case, "双方同意先做医疗损害鉴定。")
    clocks = card(mediator, "clocks")
    expect(clocks).to_contain_text("30 个工作日")
    expect(clocks.locator(".clock--paused")).to_have_count(0)

    do(mediator, case, "appraise", subject="过错与参与度", institution="市医学会")
    expect(clocks.locator(".clock--paused")).to_contain_text("已暂停，剩")
    expect(clocks).to_contain_text("市医学会")
    # Meanwhile nobody is asked for another appraisal, and the case is offered to nobody.
    expect(mediator.locator("main a[href$='/appraise/']")).to_have_count(0)
    clerk.goto(case)
    expect(clerk.locator("main .timeline")).to_contain_text("鉴定期间期限中止")
    expect(clerk.locator("main a[href$='/transfer/']")).to_have_count(0)

    do(mediator, case, "appraised", result="医方次要责任，参与度三成。")
    expect(clocks.locator(".clock--paused")).to_have_count(0)
    expect(clocks).to_contain_text("医方次要责任")
    met(mediator, case, "双方认可鉴定意见，就数额达成一致。")
    do(mediator, case, "agree", agreement_form="written", agreement="医方赔偿三万元。", amount="30000", plan="now")
    do(mediator, case, "sign")
    do(clerk, case, "confirm", about_status="no", court="双流区人民法院")
    expect(card(clerk, "court")).to_contain_text("双流区人民法院")
    timeline_has(clerk, "已受理", "调解记录", "鉴定期间期限中止", "已收到鉴定意见", "达成协议", "申请司法确认")
