"""Papers of the end: 调解协议书, 口头协议登记表, 终止调解告知书."""

from shuangliu.typesetting.layout import Heading, Paper, Para, Signatures, Title, label
from shuangliu.typesetting.parts import Cell, Row, Table

from ..facts import CaseFacts
from ..wording import day, money
from . import channels
from .common import TWO, mediators, names, number, org, party_lines, party_tables, seal, signing

WAYS = ("（一）法律规定可以仲裁的，依法向仲裁机构申请仲裁（劳动争议向劳动人事争议仲裁委员会申请，土地承包经营纠纷向"
        "农村土地承包仲裁委员会申请，有仲裁协议的合同纠纷向约定的仲裁委员会申请）；\n"
        "（二）依法请求有权的行政机关处理；\n（三）依法向人民法院提起诉讼。")


def agreement(case: CaseFacts, subject: int) -> Paper:
    """Its parts are those of People's Mediation Law art. 29."""
    words = channels.of(case)
    copies = case.copies or len(case.principals) + 1
    return Paper(f"{words.prefix}协议书", (
        Title(f"{words.prefix}协议书", f"编号：{number(case)}"),
        Para(party_lines(case), filled=False),
        Heading("纠纷主要事实、争议事项："), Para(case.issues or case.summary),
        *((Heading("各方责任："), Para(case.responsibility)) if case.responsibility else ()),
        Heading("经调解，各方当事人自愿达成如下协议："), Para(case.agreement), *_amount(case),
        Heading("履行方式、时限："), Para(_performance(case)),
        Para(f"{words.force}本协议一式{copies}份，当事人、{words.keeper}各持一份。"),
        *signing(case, *mediators(case), "记录人（签名）"), seal(case, case.effective_on)))


def oral_agreement(case: CaseFacts, subject: int) -> Paper:
    title = f"{channels.of(case).prefix}口头协议登记表"
    responsibility = (Row((label("各方责任"), Cell(case.responsibility)), 10),) if case.responsibility else ()
    return Paper(title, (
        Title(title, f"编号：{number(case)}"), *party_tables(case),
        Table(TWO, (
            Row((label("纠纷主要\n事实、\n争议事项"), Cell(case.issues or case.summary)), 24), *responsibility,
            Row((label("口头协议\n内容"), Cell("\n".join([case.agreement, *_amount_said(case)]))), 24),
            Row((label("履行方式、\n时限"), Cell(_performance(case))), 11),
            Row((label("达成协议\n日期"), Cell(f"{day(case.effective_on)}，口头协议自达成之日起生效。")), 10))),
        Signatures((*mediators(case), "记录人（签名）")), seal(case, case.effective_on)))


def termination(case: CaseFacts, subject: int) -> Paper:
    """People's Mediation Law art. 26: who ends without agreement is told of the other ways."""
    reason = f"（{case.failed_reason}）" if case.failed_reason else ""
    return Paper("终止调解告知书", (
        Title("终止调解告知书", number(case)),
        Para(f"{names(case.principals)}：", indent=False),
        Para(f"{org(case)}于{day(case.accepted_on)}受理的你们之间的{case.category}，经调解未达成协议{reason}，"
             f"{channels.of(case).ended_by}，于{day(case.concluded_on)}终止调解。"),
        Heading("你们可以依法通过下列途径维护自己的权利："), Para(WAYS), *((Para(case.advice),) if case.advice else ()),
        Para("请注意诉讼时效和申请仲裁的期限。特此告知。"),
        *signing(case), seal(case, case.concluded_on)))


def _amount_said(case: CaseFacts) -> list[str]:
    return [f"协议金额：{money(case.amount)}。"] if case.amount else []


def _amount(case: CaseFacts) -> tuple[Para, ...]:
    return tuple(map(Para, _amount_said(case)))


def _performance(case: CaseFacts) -> str:
    """Each thing to be done with its manner and date; what was done at once says so."""
    said = []
    for index, one in enumerate(case.performances, 1):
        who = f"{one.payer}向{one.payee}" if one.payer and one.payee else one.payer
        done = one.done_on and one.done_on == case.concluded_on
        parts = [f"{index}．{who}{one.what}", one.amount and money(one.amount), one.manner,
                 "当场履行完毕" if done else one.due_on and f"于{day(one.due_on)}前履行"]
        said.append("，".join(part for part in parts if part) + "。")
    further = (("履行方式", case.manner), ("履行时限", case.term))
    said += [f"{name}：{text.removesuffix('。')}。" for name, text in further if text]
    return "\n".join(said) or "按照上述协议约定的方式和时间履行。"
