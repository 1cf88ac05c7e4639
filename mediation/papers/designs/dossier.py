"""The covers of a dossier: 卷宗封面, 卷内目录, 卷宗情况说明, 封底."""

from dataclasses import dataclass
from datetime import date

from shuangliu.typesetting.layout import Line, Paper, Para, Signatures, Title, label
from shuangliu.typesetting.parts import Cell, Gap, Row, Table

from ..facts import CaseFacts
from ..wording import day, span
from . import channels
from .common import TWO, names, number, org

RETENTIONS = {"permanent": "永久", "long": "长期", "short": "短期"}


@dataclass(frozen=True)
class Filing:
    """Who put the dossier away, when, for how long."""

    by: str
    on: date
    retention: str
    statement: str = ""


@dataclass(frozen=True)
class Entry:
    """A line of the contents."""

    name: str
    first: int
    last: int
    note: str = ""

    @property
    def numbers(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}－{self.last}"


def name_of(case: CaseFacts) -> str:
    """卷名: the first of each side and what it was about."""
    first, *others = [names(parties[:1]) + ("等" if len(parties) > 1 else "")
                      for side in ("申请人", "被申请人") if (parties := case.side(side))] or ["________"]
    return "与".join([first, *others]) + case.category


def cover(case: CaseFacts, filing: Filing) -> Paper:
    words = channels.of(case)
    rows = [("卷　　名", name_of(case)), ("卷　　号", number(case)), (words.mediator, "、".join(case.mediators)),
            ("调解日期", span(case.accepted_on, case.concluded_on)), ("立 卷 人", filing.by),
            ("立卷日期", day(filing.on)), ("保管期限", RETENTIONS[filing.retention]), ("备　　注", "")]
    return Paper("卷宗封面", (
        Gap(18), Title(f"{words.prefix}卷宗"), Line(org(case), "center"), Gap(14),
        Table((36, 120), tuple(Row((label(name), Cell(value)), 17) for name, value in rows))), numbered=False)


def contents(entries: list[Entry]) -> Paper:
    head = Row(tuple(label(text) for text in ("序号", "文书名称", "页号", "备注")), 10)
    rows = [Row((Cell(str(index), align="center"), Cell(entry.name), Cell(entry.numbers, align="center"),
                 Cell(entry.note)), 10) for index, entry in enumerate(entries, 1)]
    return Paper("卷内目录", (Title("卷内目录"), Table((14, 82, 24, 36), (head, *rows), head=1)), numbered=False)


def statement(case: CaseFacts, filing: Filing) -> Paper:
    said = filing.statement or "本卷宗文书材料齐全，无其他需要说明的情况。"
    return Paper("卷宗情况说明", (
        Title("卷宗情况说明", number(case)), Para(said),
        Signatures((f"立卷人{filing.by}（签名）",), day(filing.on))), numbered=False)


def back(pages: int, filing: Filing) -> Paper:
    return Paper("封底", (
        Gap(120),
        Table(TWO, (Row((label("卷内页数"), Cell(f"本卷宗共{pages}页（不含封面、卷内目录、封底）")), 12),
                    Row((label("立 卷 人"), Cell(filing.by)), 12),
                    Row((label("审 核 人"), Cell()), 12),
                    Row((label("立卷日期"), Cell(day(filing.on))), 12)))), numbered=False)
