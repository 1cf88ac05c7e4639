"""Papers of the work: 调查记录, 证据材料, 调解记录."""

from ..facts import CaseFacts, SessionFacts
from ..layout import Heading, Paper, Para, Signatures, Title, label
from ..parts import RULE, Cell, Gap, Row, Table
from ..wording import day
from .common import FOUR, mediators, names, number, signing


def investigation(case: CaseFacts, subject: int) -> Paper:
    one = next((found for found in case.investigations if found.pk == subject), None)
    return Paper("人民调解调查记录", (
        Title("人民调解调查记录", number(case)),
        _when_and_where(one, "参加人", "调查人"),
        Heading("调查记录："), _record(one),
        Signatures(("被调查人（签名）", "调查人（签名）", "记录人（签名）"))))


def evidence(case: CaseFacts, subject: int) -> Paper:
    head = Row(tuple(label(text) for text in ("序号", "证据名称", "种类", "提交人", "提交日期", "页数")), 9)
    rows = [Row((Cell(str(index), align="center"), Cell(one.name), Cell(one.kind, align="center"), Cell(one.given_by),
                 Cell(day(one.on) if one.on else "", align="center"), Cell(str(one.pages or ""), align="center")), 10)
            for index, one in enumerate(case.evidence, 1)]
    rows += [Row((Cell(),) * 6, 10)] * max(0, 8 - len(rows))
    return Paper("证据材料", (
        Title("证据材料清单", number(case)),
        Para(f"{names(case.principals)}之间的{case.category}，各方提交和调解组织收集的证据材料如下，附后："),
        Gap(2), Table((12, 48, 20, 26, 36, 14), (head, *rows), head=1),
        Signatures(("提交人（签名）", "接收人（签名）"))))


def session(case: CaseFacts, subject: int) -> Paper:
    one = next((found for found in case.sessions if found.pk == subject), None)
    if case.sessions and one and one is case.sessions[-1] and case.end:
        result = ("■", "□", "□") if case.end == "agreed" else ("□", "■", "□")
    else:
        result = ("□", "□", "■") if one else ("□", "□", "□")
    order = f"（第{case.sessions.index(one) + 1}次）" if one and len(case.sessions) > 1 else ""
    return Paper(f"人民调解记录{order}", (
        Title("人民调解记录", number(case)),
        _when_and_where(one, "参加人", "调解员", "、".join(case.mediators)),
        Para(f"当事人：{names(case.principals)}。"),
        Para("人民调解委员会已将人民调解的相关规定告知各方当事人，各方当事人自愿接受调解，对调解员不申请回避。"),
        Heading("调解记录："), _record(one),
        Para(f"调解结果：{result[0]}达成协议　{result[1]}未达成协议　{result[2]}有待继续调解"),
        Para("以上记录已经各方当事人阅读（已向各方当事人宣读），无误。"),
        *signing(case, *mediators(case), "记录人（签名）")))


def _record(one: SessionFacts | None) -> Para:
    """What was said; lines to write on where nothing has been written yet."""
    return Para(one.record) if one and one.record else Para("\n".join([RULE * 54] * 12), indent=False)


def _when_and_where(one: SessionFacts | None, who: str, by: str, by_whom: str = "") -> Table:
    held = f"{day(one.held_at.date())}{one.held_at:%H:%M}" if one else ""
    return Table(FOUR, (
        Row((label("时间"), Cell(held), label("地点"), Cell(one.place if one else "")), 10),
        Row((label(who), Cell(one.participants if one else "", 3)), 10),
        Row((label(by), Cell(by_whom, 3)), 10)))
