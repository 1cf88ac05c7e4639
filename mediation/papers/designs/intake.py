"""Papers of the beginning: 申请书, 受理登记表, 权利义务告知书, 身份证明, 授权委托书, 不予受理告知书."""

from ..facts import CaseFacts
from ..layout import Frame, Heading, Line, Note, Paper, Para, Seal, Signatures, Title, label
from ..parts import Cell, Gap, Row, Table
from ..wording import day
from .common import SIGNED, TWO, names, number, org, party_tables, signing

APPLICANT = "申请人"
# 人民调解法 art. 23, 24.
RIGHTS = """（一）选择或者接受人民调解员；
（二）接受调解、拒绝调解或者要求终止调解；
（三）要求调解公开进行或者不公开进行；
（四）自主表达意愿、自愿达成调解协议。"""
DUTIES = """（一）如实陈述纠纷事实；
（二）遵守调解现场秩序，尊重人民调解员；
（三）尊重对方当事人行使权利。"""
# 人民调解法 art. 4, 15, 28-33.
EFFECT = """人民调解委员会调解民间纠纷，不收取任何费用。人民调解员应当保守当事人的个人隐私和商业秘密。
经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行。调解协议书自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效；口头调解协议自各方当事人达成协议之日起生效。
达成调解协议后，双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认。当事人之间就调解协议的履行或者调解协议的内容发生争议的，一方当事人可以向人民法院提起诉讼。"""


def application(case: CaseFacts, subject: int) -> Paper:
    applicants = tuple(f"{APPLICANT}{party.name}{SIGNED}" for party in case.side(APPLICANT)) or (APPLICANT + SIGNED,)
    return Paper("人民调解申请书", (
        Title("人民调解申请书"), *party_tables(case),
        Table(TWO, (Row((label("纠纷\n简要情况"), Cell(case.summary)), 50),
                    Row((label("当事人\n申请事项"), Cell(case.request)), 32))),
        Gap(3),
        Para(f"{org(case)}已将申请人民调解的相关规定告知我，现自愿申请人民调解委员会进行调解。"),
        Signatures(applicants), Line(day(case.registered_on), "right")))


def registration(case: CaseFacts, subject: int) -> Paper:
    tick = ("■", "□") if case.by_application else ("□", "■")
    return Paper("人民调解受理登记表", (
        Title("人民调解受理登记表", number(case)),
        Para(f"{day(case.accepted_on or case.registered_on)}，{org(case)}"
             f"{'依当事人申请' if case.by_application else '主动介入'}，经各方当事人同意，受理"
             f"{names(case.principals)}之间的{case.category}。"),
        Table(TWO, (
            Row((label("纠纷类型"), Cell(case.category)), 10),
            Row((label("案件来源"), Cell(f"{tick[0]}当事人申请　　{tick[1]}人民调解委员会主动调解")), 10),
            Row((label("发生时间\n和地点"), Cell(f"{day(case.happened_on)}，{case.place}")), 10))),
        *party_tables(case),
        Table(TWO, (Row((label("纠纷\n简要情况"), Cell(case.summary)), 50),)),
        *signing(case, f"登记人{case.registered_by}（签名）"),
        Seal(org(case), day(case.accepted_on or case.registered_on), "（人民调解委员会印章）")))


def rights(case: CaseFacts, subject: int) -> Paper:
    return Paper("人民调解当事人权利义务告知书", (
        Title("人民调解当事人权利义务告知书"),
        Para(f"{names(case.principals)}："),
        Para(f"根据《中华人民共和国人民调解法》，{org(case)}调解你们之间的{case.category}，现将有关事项告知如下："),
        Heading("一、当事人在人民调解活动中享有的权利"), Para(RIGHTS),
        Heading("二、当事人在人民调解活动中履行的义务"), Para(DUTIES),
        Heading("三、调解协议的效力"), Para(EFFECT),
        Para("以上内容我已阅读（已听人民调解员宣读）并清楚，同意调解。"),
        *signing(case), Seal(org(case), day(case.accepted_on), "（人民调解委员会印章）")))


def identity(case: CaseFacts, subject: int) -> Paper:
    """A sheet to paste copies on, two to a page."""
    frames: list = []
    for party in case.parties:
        what = ("营业执照、法定代表人身份证明复印件粘贴处" if party.is_organisation
                else "身份证复印件粘贴处（正面、反面）")
        frames.append(Frame(f"{party.name}：{what}", 88))
    return Paper("当事人身份证明", (
        Title("当事人身份证明"), *(frames or [Frame("身份证复印件粘贴处（正面、反面）", 88)]),
        Note("复印件与原件核对无异。核对人（签名）：________________　　____年__月__日")))


def authorisation(case: CaseFacts, subject: int) -> Paper:
    agent = next((one for one in case.agents if one.pk == subject), None)
    principal = agent.acts_for if agent and agent.acts_for else "________________"
    return Paper("授权委托书", (
        Title("授权委托书"),
        Line(f"委托人：{principal}"),
        Line(f"受委托人：{agent.name if agent else '________________'}"),
        Line(f"{agent.document if agent else '身份证号'}："
             f"{agent.id_number if agent and agent.id_number else '________________________'}"),
        Line(f"联系方式：{agent.phone if agent and agent.phone else '________________'}"),
        Line(f"与委托人的关系：{agent.relation if agent and agent.relation else '________________'}"),
        Gap(3),
        Para(f"现委托上列受委托人，在{names(case.principals)}之间的{case.category}中，作为我方参加人民调解的代理人。"),
        Para("委托权限：" + (agent.authority if agent and agent.authority else
                       "□一般代理　□特别授权（代为承认、放弃、变更调解请求，进行和解，签署调解协议，代收款物）")),
        Para("委托期限：自本委托书签署之日起至本次调解终结之日止。"),
        Signatures(("委托人" + SIGNED, "受委托人（签名）")), Line("____年__月__日", "right")))


def refusal(case: CaseFacts, subject: int) -> Paper:
    return Paper("不予受理告知书", (
        Title("不予受理告知书"),
        Para(f"{names(case.side(APPLICANT) or case.principals)}：", indent=False),
        Para(f"你（单位）于{day(case.registered_on)}提出的调解申请，经审查，因下列原因，不予受理："),
        Para(case.refused_reason),
        Para(case.advice or "你（单位）可以依法通过仲裁、行政、司法等途径维护自己的权利。"),
        Para("特此告知。"),
        Signatures(("当事人签收" + SIGNED,)),
        Seal(org(case) if case.org else "____________人民调解委员会", day(case.refused_on), "（人民调解委员会印章）")))
