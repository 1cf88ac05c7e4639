"""Papers of the end: 调解协议书, 口头协议登记表, 终止调解告知书."""

from ..facts import CaseFacts
from ..layout import Heading, Paper, Para, Seal, Signatures, Title, label
from ..parts import Cell, Row, Table
from ..wording import day, money
from .common import TWO, mediators, names, number, org, party_lines, party_tables, signing

WAYS = ("（一）法律规定可以仲裁的，依法向仲裁机构申请仲裁（劳动争议向劳动人事争议仲裁委员会申请，土地承包经营纠纷向"
        "农村土地承包仲裁委员会申请，有仲裁协议的合同纠纷向约定的仲裁委员会申请）；\n"
        "（二）依法请求有权的行政机关处理；\n（三）依法向人民法院提起诉讼。")


def agreement(case: CaseFacts, subject: int) -> Paper:
    copies = case.copies or len(case.principals) + 1
    return Paper("人民调解协议书", (
        Title("人民调解协议书", f"编号：{number(case)}"),
        Para(party_lines(case)),
        Heading("纠纷主要事实、争议事项："), Para(case.issues or case.summary),
        *((Heading("各方责任："), Para(case.responsibility)) if case.responsibility else ()),
        Para("经调解，各方当事人自愿达成如下协议："), Para(case.agreement), *_amount(case),
        Heading("履行方式、时限："), Para(_performance(case)),
        Para(f"本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。本协议一式{copies}份，"
             "当事人、人民调解委员会各持一份。"),
        *signing(case, *mediators(case), "记录人（签名）"),
        Seal(org(case), day(case.effective_on), "（人民调解委员会印章）")))


def oral_agreement(case: CaseFacts, subject: int) -> Paper:
    issues = "\n".join(filter(None, (case.issues or case.summary, case.responsibility)))
    return Paper("人民调解口头协议登记表", (
        Title("人民调解口头协议登记表", f"编号：{number(case)}"), *party_tables(case),
        Table(TWO, (
            Row((label("纠纷主要\n事实、\n争议事项"), Cell(issues)), 26),
            Row((label("口头协议\n内容"), Cell(case.agreement + _amount_said(case))), 30),
            Row((label("履行方式、\n时限"), Cell(_performance(case))), 11),
            Row((label("达成协议\n日期"), Cell(f"{day(case.effective_on)}，口头协议自达成之日起生效。")), 10))),
        Signatures((*mediators(case), "记录人（签名）")),
        Seal(org(case), day(case.effective_on), "（人民调解委员会印章）")))


def termination(case: CaseFacts, subject: int) -> Paper:
    """People's Mediation Law art. 26: who ends without agreement is told of the other ways."""
    reason = f"（{case.failed_reason}）" if case.failed_reason else ""
    return Paper("终止调解告知书", (
        Title("终止调解告知书", number(case)),
        Para(f"{names(case.principals)}：", indent=False),
        Para(f"{org(case)}于{day(case.accepted_on)}受理的你们之间的{case.category}，经调解未达成协议{reason}，"
             f"根据《中华人民共和国人民调解法》第二十六条的规定，于{day(case.concluded_on)}终止调解。"),
        Heading("你们可以依法通过下列途径维护自己的权利："), Para(WAYS), *((Para(case.advice),) if case.advice else ()),
        Para("请注意诉讼时效和申请仲裁的期限。特此告知。"),
        *signing(case),
        Seal(org(case), day(case.concluded_on), "（人民调解委员会印章）")))


def _amount_said(case: CaseFacts) -> str:
    return f"\n协议金额：{money(case.amount)}。" if case.amount else ""


def _amount(case: CaseFacts) -> tuple[Para, ...]:
    return (Para(_amount_said(case).strip()),) if case.amount else ()


def _performance(case: CaseFacts) -> str:
    """Each thing to be done with its manner and date; what was done at once says so."""
    said = []
    for index, one in enumerate(case.performances, 1):
        who = f"{one.payer}向{one.payee}" if one.payer and one.payee else one.payer
        parts = [f"{index}．{who}{one.what}", one.amount and money(one.amount), one.manner,
                 one.due_on and f"于{day(one.due_on)}前履行"]
        said.append("，".join(part for part in parts if part) + "。")
    said += [text for text in (case.manner, case.term) if text]
    return "\n".join(said) or "按照上述协议约定的方式和时间履行。"
