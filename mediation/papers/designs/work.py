"""Papers of the work: 调查记录, 证据材料, 专家会诊意见书, 调解记录."""

from shuangliu.typesetting.layout import Block, Heading, Line, Paper, Para, Seal, Signatures, Title, label
from shuangliu.typesetting.parts import RULE, Cell, Gap, Row, Table

from ..facts import CaseFacts, ExpertFacts, SessionFacts
from ..wording import clock, day
from . import channels
from .common import mediators, names, number, org, signing

WHEN = (26, 60, 18, 52)


def investigation(case: CaseFacts, subject: int) -> Paper:
    one = next((found for found in case.inquiries if found.pk == subject), None)
    title = f"{channels.of(case).prefix}调查记录"
    return Paper(title, (
        Title(title, number(case)),
        Table(WHEN, (*_when_and_where(one), _wide("被调查人", one.asked if one else ""),
                     _wide("调查人", one.by if one else ""))),
        Heading("调查记录："), *_record(one.record if one else ""),
        Signatures(("被调查人（签名）", "调查人（签名）", "记录人（签名）"))))


def evidence(case: CaseFacts, subject: int) -> Paper:
    head = Row(tuple(map(label, ("序号", "证据名称", "原件／\n复印件", "提交人", "收到日期", "份数"))), 9)
    rows = [Row((Cell(str(index), align="center"), Cell("\n".join(filter(None, (one.name, one.returned)))),
                 Cell(one.kind, align="center"), Cell(one.given_by, align="center"),
                 Cell(day(one.on) if one.on else "", align="center"), Cell(str(one.pieces or ""), align="center")), 10)
            for index, one in enumerate(case.evidence, 1)]
    rows += [Row((Cell(),) * 6, 10)] * max(0, 8 - len(rows))
    return Paper("证据材料", (
        Title("证据材料清单", number(case)),
        Para(f"{names(case.principals)}之间的{case.category}，各方提交和调解组织收集的证据材料如下，附后："),
        Gap(2), Table((13, 43, 20, 24, 42, 14), (head, *rows), head=1),
        Signatures(("提交人（签名）", "接收人（签名）"))))


def panel(case: CaseFacts, subject: int) -> Paper:
    """What experts said to a grave or crowded dispute (domain.md §1.2 会诊). Advice: it binds nobody."""
    one = next(found for found in case.panels if found.pk == subject)
    return Paper("专家会诊意见书", (
        Title("专家会诊意见书", number(case)),
        Para(f"{org(case)}调解的{names(case.principals)}之间的{case.category}，于{day(one.asked_on)}提请专家会诊。"
             f"参加会诊的专家于{day(one.on)}提出书面意见如下："),
        Heading("一、会诊专家"), Gap(2, keep=True), _experts(one.experts),
        Heading("二、会诊问题"), Para(one.question), Heading("三、会诊意见"), Para(one.opinion),
        Heading("四、调解指导方案"), Para(one.plan),
        Para("以上意见供调解参考，不替代当事人的自愿协商。"),
        Signatures(tuple(f"专家{expert.name}（签名）" for expert in one.experts)),
        Seal(case.center or org(case), day(one.on), "（会诊组织单位印章）")))


def _experts(experts: tuple[ExpertFacts, ...]) -> Table:
    head = Row(tuple(map(label, ("序号", "姓名", "专业领域", "单位及职务、职称"))), 9)
    return Table((13, 31, 42, 70), (head, *(
        Row((Cell(str(index), align="center"), Cell(one.name), Cell(one.field), Cell(one.title)), 9)
        for index, one in enumerate(experts, 1))), head=1)


def session(case: CaseFacts, subject: int) -> Paper:
    one = next((found for found in case.sessions if found.pk == subject), None)
    words, team = channels.of(case), (one and one.mediators) or case.mediators
    order = f"（第{case.sessions.index(one) + 1}次）" if one and len(case.sessions) > 1 else ""
    return Paper(f"{words.record}{order}", (
        Title(f"{words.record}{order}", number(case)),
        Table(WHEN, (*_when_and_where(one), _wide("参加人", one.participants if one else ""), *_invited(case),
                     _wide(words.mediator, _led(team)), _wide("调解方式", _public(one)))),
        Para(f"当事人：{names(case.principals)}。"),
        Para(f"{words.keeper}已将{words.prefix}的相关规定告知各方当事人，各方当事人自愿接受调解，对调解员不申请回避。"),
        Heading("调解记录："), *_record(one.record if one else ""), *_addenda(one),
        Para(f"调解结果：{_result(case, one)}"),
        Para("以上记录已经各方当事人阅读（已向各方当事人宣读），无误。"),
        *signing(case, *(f"受邀参加人{person.name}（签名）" for person in case.invited), *mediators(case, team),
                 f"记录人{one.by if one else ''}（签名）")))


def _led(team: tuple[str, ...]) -> str:
    """The one who leads is told apart where several mediate."""
    first, *others = team or ("",)
    return "、".join([f"{first}（主持）", *others]) if others else first


def _public(one: SessionFacts | None) -> str:
    marks = ("□", "□") if one is None else ("■", "□") if one.is_public else ("□", "■")
    return f"{marks[0]}公开进行　　{marks[1]}不公开进行"


def _invited(case: CaseFacts) -> list[Row]:
    """People's Mediation Law art. 20: with the consent of the parties."""
    said = [f"{one.name}（{'，'.join(filter(None, (one.kind, one.role)))}）" for one in case.invited]
    return [_wide("受邀参加人", "、".join(said) + "；已经各方当事人同意")] if said else []


def _result(case: CaseFacts, one: SessionFacts | None) -> str:
    if one and one is case.sessions[-1] and case.end:
        marks = ("■", "□", "□") if case.end == "agreed" else ("□", "■", "□")
    else:
        marks = ("□", "□", "■") if one else ("□", "□", "□")
    return f"{marks[0]}达成协议　{marks[1]}未达成协议　{marks[2]}有待继续调解"


def _record(said: str) -> tuple[Block, ...]:
    """What was said; lines to write on where nothing has been written yet."""
    return (Para(said),) if said else (Line("\n".join([RULE * 54] * 12)),)


def _addenda(one: SessionFacts | None) -> tuple[Block, ...]:
    if one is None or not one.addenda:
        return ()
    return Heading("补充记录："), *(Para(f"{day(more.on)}，{more.by}：{more.text}") for more in one.addenda)


def _wide(name: str, value: str) -> Row:
    return Row((label(name), Cell(value, 3)), 10)


def _when_and_where(one) -> tuple[Row]:
    return (Row((label("时间"), Cell(clock(one.held_at) if one else ""), label("地点"),
                 Cell(one.place if one else "")), 10),)
