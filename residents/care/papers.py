"""The letter of a decision on aid: what was asked for, what is granted or why not, and how to appeal.

Its text is Chinese, as the paper is. 社会救助暂行办法 art. 65; 行政复议法 art. 20 (60 days), 行政诉讼法 art. 46
(six months).
"""

from django.utils.timezone import localdate
from django.utils.translation import override

from grids.models import Area
from shuangliu.typesetting import pdf
from shuangliu.typesetting.layout import Heading, Note, Paper, Para, Seal, Title, facts
from shuangliu.typesetting.parts import Cell, Gap, Row, Table

from .models import AidApplication
from .states import AidState

WIDTHS = (34.0, 44.0, 34.0, 44.0)  # mm
APPEAL = ("对本决定不服的，可以自收到本通知书之日起六十日内向{county}人民政府申请行政复议，"
          "也可以自收到之日起六个月内依法向人民法院提起行政诉讼。"
          "对书写有困难的，可以口头申请；办理不收取任何费用。")


def letter(application: AidApplication) -> bytes:
    """The PDF."""
    return pdf.render([draw(application)])


def draw(application: AidApplication) -> Paper:
    """The layout."""
    referral, is_granted = application.referral, application.state in (AidState.GRANTED, AidState.PAID)
    name = "救助审批决定书" if is_granted else "不予救助决定书"
    with override("zh-hans"):
        kind, refusal = str(application.get_kind_display()), str(application.get_refusal_display())
    rows = [facts(("申请项目", kind), ("申请编号", application.number)),
            facts(("申请金额", f"{application.amount} 元"), ("申请日期", _day(localdate(application.applied_at))))]
    if is_granted:
        rows.append(facts(("批准金额", f"{application.granted} 元"),
                          ("救助期限", f"{_day(application.granted_from)}至{_day(application.granted_until)}")))
        decision = "经审查，你的申请符合规定，决定给予上述救助，按下列日期发放。"
    else:
        decision = f"经审查，你的申请不符合规定（{refusal}），决定不予救助。理由：{application.reason}"
    blocks = [Title(name, application.number),
              Para(f"{referral.who}{'及家庭成员' if application.household_id else ''}：", indent=False),
              Para(f"你于{_day(localdate(application.applied_at))}提出的申请收悉。{decision}"),
              Table(WIDTHS, tuple(rows))]
    if is_granted:
        if application.reason:
            blocks.append(Para(application.reason))
        blocks += [Heading("发放安排"), Table((78.0, 78.0), tuple(
            Row((Cell(_day(payment.due_on)), Cell(f"{payment.amount} 元")), 9)
            for payment in application.payments.all()))]
    blocks += [Gap(2), Note(APPEAL.format(county=_county(application))),
               Seal(str(referral.agency), _day(localdate(application.decided_at)))]
    return Paper(name, tuple(blocks), numbered=False)


def _county(application: AidApplication) -> str:
    return Area.objects.filter(key=application.county_key).values_list("name", flat=True).first() or ""


def _day(day) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
