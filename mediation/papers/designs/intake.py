"""Papers of the beginning: 申请书, 受理登记表, 权利义务告知书, 身份证明, 授权委托书, 不予受理告知书."""

from shuangliu.typesetting.layout import Frame, Heading, Line, Note, Paper, Para, Signatures, Title, label
from shuangliu.typesetting.parts import Cell, Gap, Row, Table

from ..facts import CaseFacts
from ..wording import day
from . import channels
from .common import SIGNED, TWO, names, number, org, party_tables, seal, signing

APPLICANT = "申请人"


def application(case: CaseFacts, subject: int) -> Paper:
    words = channels.of(case)
    return Paper(f"{words.prefix}申请书", (
        Title(f"{words.prefix}申请书"), *party_tables(case),
        Table(TWO, (Row((label("纠纷\n简要情况"), Cell(case.summary)), 50),
                    Row((label("当事人\n申请事项"), Cell(case.request)), 32))),
        Gap(3),
        Para(f"{org(case)}已将申请{words.prefix}的相关规定告知我，现自愿申请{words.keeper}进行调解。"),
        *signing(case, by=case.side(APPLICANT), on=day(case.registered_on))))


def registration(case: CaseFacts, subject: int) -> Paper:
    words = channels.of(case)
    tick = ("■", "□") if case.by_application else ("□", "■")
    return Paper(f"{words.prefix}受理登记表", (
        Title(f"{words.prefix}受理登记表", number(case)),
        Para(f"{day(case.accepted_on or case.registered_on)}，{org(case)}"
             f"{'依当事人申请' if case.by_application else '主动介入'}，经各方当事人同意，受理"
             f"{names(case.principals)}之间的{case.category}。"),
        Table(TWO, (
            Row((label("纠纷类型"), Cell(case.category)), 10),
            Row((label("案件来源"), Cell(f"{tick[0]}当事人申请　　{tick[1]}{words.keeper}主动调解")), 10),
            Row((label("发生时间\n和地点"), Cell(f"{day(case.happened_on)}，{case.place}")), 10))),
        *party_tables(case),
        Table(TWO, (Row((label("纠纷\n简要情况"), Cell(case.summary)), 50),)),
        *signing(case, f"登记人{case.registered_by}（签名）"), seal(case, case.accepted_on or case.registered_on)))


def rights(case: CaseFacts, subject: int) -> Paper:
    words = channels.of(case)
    return Paper(f"{words.prefix}当事人权利义务告知书", (
        Title(f"{words.prefix}当事人权利义务告知书"),
        Para(f"{names(case.principals)}：", indent=False),
        Para(f"根据{words.law}，{org(case)}调解你们之间的{case.category}，现将有关事项告知如下："),
        Heading(f"一、当事人在{words.prefix}活动中享有的权利"), Para(words.rights),
        Heading(f"二、当事人在{words.prefix}活动中履行的义务"), Para(channels.DUTIES.format(mediator=words.mediator)),
        Heading("三、调解协议的效力"), Para(words.effect),
        Para(f"以上内容我已阅读（已听{words.mediator}宣读）并清楚，同意调解。"),
        *signing(case), seal(case, case.accepted_on)))


def identity(case: CaseFacts, subject: int) -> Paper:
    """A sheet to paste copies on, two to a page."""
    frames: list = []
    for party in case.parties:
        what = ("营业执照、法定代表人身份证明复印件粘贴处" if party.is_organisation
                else "身份证复印件粘贴处（正面、反面）")
        frames.append(Frame(f"{party.name}：{what}", 88))
    return Paper("当事人身份证明", (
        Title("当事人身份证明"), *(frames or [Frame("身份证复印件粘贴处（正面、反面）", 88)]),
        Note("复印件与原件核对无异。核对人（签名）：________________　　______年____月____日")))


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
        Para(f"现委托上列受委托人，在{names(case.principals)}之间的{case.category}中，作为我方参加{channels.of(case).prefix}的代理人。"),
        Para("委托权限：" + (agent.authority if agent and agent.authority else
                       "□一般代理　□特别授权（代为承认、放弃、变更调解请求，进行和解，签署调解协议，代收款物）")),
        Para("委托期限：自本委托书签署之日起至本次调解终结之日止。"),
        Signatures(("委托人" + SIGNED, "受委托人（签名）"), day(agent.authorised_on if agent else None))))


def refusal(case: CaseFacts, subject: int) -> Paper:
    return Paper("不予受理告知书", (
        Title("不予受理告知书"),
        Para(f"{names(case.side(APPLICANT) or case.principals)}：", indent=False),
        Para(f"你（单位）于{day(case.registered_on)}提出的调解申请，经审查，因下列原因，不予受理："),
        Para(case.refused_reason),
        Para(case.advice or "你（单位）可以依法通过仲裁、行政、司法等途径维护自己的权利。"),
        Para("特此告知。"),
        Signatures(("当事人签收" + SIGNED,)),
        seal(case, case.refused_on)))
