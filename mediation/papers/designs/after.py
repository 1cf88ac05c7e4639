"""Papers of what follows: 收条, 回访记录, 司法确认申请书."""

from dataclasses import replace

from shuangliu.typesetting.layout import Heading, Line, Paper, Para, Signatures, Title, label
from shuangliu.typesetting.parts import RULE, Cell, Gap, Row, Table

from ..facts import CaseFacts, PerformanceFacts
from ..wording import day, money
from . import channels
from .common import FOUR, SIGNED, names, number, org, party_lines, signing

BLANK = RULE * 16


def receipt(case: CaseFacts, subject: int) -> Paper:
    """Of money or things that changed hands; what was done instead is witnessed by both sides."""
    one = next((found for found in case.performances if found.pk == subject), None)
    if one is not None and one.amount is None:
        return _witness(case, one)
    amount = money(one.amount) if one else f"人民币{RULE * 16}（¥{RULE * 8}）"
    what = f"{one.what}，{amount}" if one else amount
    return Paper("收条", (
        Title("收　条"),
        Para(f"今收到{one.payer if one and one.payer else BLANK}按{number(case)}调解协议履行的下列款（物）：{what}。"),
        Para(f"履行方式：{one.manner if one and one.manner else '□现金　□转账　□实物　□其他________'}。", filled=False),
        Para("此据。"),
        Signatures((f"收款（物）人{one.payee if one else ''}{SIGNED}",
                    f"付款（物）人{one.payer if one else ''}（签名）", f"{channels.of(case).mediator}（签名）"),
                   day(one.done_on if one else None))))


def _witness(case: CaseFacts, one: PerformanceFacts) -> Paper:
    done = f"于{day(one.done_on)}" if one.done_on else ""
    return Paper("履行证明", (
        Title("履行证明"),
        Para(f"{one.payer or BLANK}{done}已按{number(case)}调解协议履行下列事项：{one.what}。"),
        Para("特此证明。"),
        Signatures((f"权利人{SIGNED}", f"履行人{one.payer}{SIGNED}", f"{channels.of(case).mediator}（签名）"),
                   day(one.done_on))))


def follow_up(case: CaseFacts, subject: int) -> Paper:
    one = next((found for found in case.follow_ups if found.pk == subject), None)
    title = f"{channels.of(case).prefix}回访记录"
    return Paper(title, (
        Title(title, number(case)),
        Table(FOUR, (
            Row((label("当事人"), Cell(names(case.principals), 3)), 10),
            Row((label("调解协议\n编号"), Cell(number(case), 3)), 10),
            Row((label("回访事由"), Cell(f"{case.category}调解协议履行情况", 3)), 10),
            Row((label("回访时间"), Cell(day(one.on if one else None)), label("回访方式"),
                 Cell(one.manner if one else "")), 10),
            Row((label("协议\n履行情况\n及\n回访情况"), Cell(one.record if one else "", 3)), 72),
            Row((label("当事人\n满意程度"), Cell(one.satisfaction if one and one.satisfaction else
                                          "□满意　□基本满意　□不满意", 3)), 10))),
        Signatures(("被回访人（签名）", f"回访人{one.by if one else ''}（签名）"), day(one.on if one else None))))


def confirmation(case: CaseFacts, subject: int) -> Paper:
    """最高人民法院《关于人民调解协议司法确认程序的若干规定》 (2011)."""
    court = case.confirmation.court if case.confirmation and case.confirmation.court else "____________人民法院"
    applied = case.confirmation.applied_on if case.confirmation else None
    # Before the court both sides apply together.
    both = replace(case, parties=tuple(replace(party, side="申请人") for party in case.parties))
    principals = replace(both, parties=both.principals)
    return Paper("司法确认申请书", (
        Title("司法确认申请书"),
        Para(party_lines(both), filled=False),
        Heading("申请事项："),
        Para(f"请求依法确认{org(case)}于{day(case.effective_on)}作出的{number(case)}调解协议有效。"),
        Heading("事实和理由："),
        Para(f"申请人因{case.category}，于{day(case.effective_on)}经{org(case)}主持调解，达成如下调解协议："),
        Para(case.agreement),
        Para("申请人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；如果因为该协议内容而给他人造成损害的，愿意承担相应的"
             "民事责任和其他法律责任。"),
        Para("此致"), Line(court),
        *signing(principals), Gap(2), Line(day(applied), "right"), Gap(4),
        Para("附：1．调解协议书；2．当事人身份证明；3．与调解协议有关的财产权利证明等材料；4．当事人的送达地址、联系方式。",
             indent=False)))
