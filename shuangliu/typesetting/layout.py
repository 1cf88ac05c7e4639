"""What a paper is made of, and how each block comes down to texts, tables and gaps (parts.py).

One layout is set by pdf.py and by word.py, so that the two cannot drift apart.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from .parts import (
    LEAD_NOTE,
    LEAD_SIGN,
    LEAD_TITLE,
    RULE,
    SIZE_NOTE,
    SIZE_TABLE,
    SIZE_TITLE,
    WIDTH,
    Cell,
    Gap,
    Part,
    Row,
    Table,
    Text,
    clean,
    texts,
)

AIR = 2  # mm round tables
LINE = 31  # characters of SIZE_TEXT
SIGN_UNTIL = 30  # of these: there all lines to sign on end
UNDERSCORE = 0.56  # of a character, in either typeface


@dataclass(frozen=True)
class Title:
    text: str
    under: str = ""  # a smaller line: a number

    def parts(self) -> Iterator[Part]:
        yield from texts(self.text, size=SIZE_TITLE, lead=LEAD_TITLE, face="title", align="center", keep=True)
        if self.under:
            yield from texts(self.under, size=SIZE_TABLE, align="right", keep=True)
        yield Gap(4, keep=True)


@dataclass(frozen=True)
class Heading:
    """A line in 黑体."""

    text: str

    def parts(self) -> Iterator[Part]:
        yield from texts(self.text, face="head", indent=True, keep=True)


@dataclass(frozen=True)
class Para:
    """Paragraphs (one for each line of the text), the first line two characters in. One full of numbers, which are
    not broken, is not `filled` to the right edge."""

    text: str
    indent: bool = True
    filled: bool = True

    def parts(self) -> Iterator[Part]:
        yield from texts(self.text, indent=self.indent, align="justify" if self.filled else "left")


@dataclass(frozen=True)
class Line:
    """One short line on its own."""

    text: str
    align: str = "left"  # left | center | right

    def parts(self) -> Iterator[Part]:
        yield from texts(self.text, align=self.align)


@dataclass(frozen=True)
class Note:
    """Small print: how to fill in, what the law says."""

    text: str

    def parts(self) -> Iterator[Part]:
        yield from texts(self.text, size=SIZE_NOTE, lead=LEAD_NOTE)


@dataclass(frozen=True)
class Frame:
    """An empty box, to paste a copy in."""

    label: str
    height: float

    def parts(self) -> Iterator[Part]:
        yield Table((WIDTH,), (Row((Cell(self.label),), self.height),))
        yield Gap(AIR)


@dataclass(frozen=True)
class Signatures:
    """A line for each to sign on, kept on one page with what is signed and with the date or the seal below."""

    places: tuple[str, ...]
    on: str = ""

    @property
    def height(self) -> int:
        """In lines, names that are longer than one counted in full."""
        return sum(-(-len(line) // LINE) for place in self.places for line in _to_sign(clean(place)).split("\n"))

    def parts(self) -> Iterator[Part]:
        yield Gap(5, keep=True)
        lines = [text for place in self.places for text in texts(_to_sign(clean(place)), lead=LEAD_SIGN, align="left")]
        if self.on:
            lines += texts(self.on, align="right")
        yield from (replace(line, keep=True) for line in lines[:-1])
        yield lines[-1]


def _to_sign(place: str) -> str:
    """With room to sign: on its line, or below it where the name is long."""
    room = int((SIGN_UNTIL - 1 - len(place)) / UNDERSCORE)
    return f"{place}：{RULE * room}" if room >= 12 else f"{place}：\n{RULE * 24}"


@dataclass(frozen=True)
class Seal:
    """Who issues the paper, over its date: the place of the seal."""

    org: str
    on: str
    note: str = "（印章）"

    def parts(self) -> Iterator[Part]:
        yield Gap(8, keep=True)
        for line in filter(None, (self.org, self.note)):
            yield from texts(line, align="right", keep=True)
        yield from texts(self.on, align="right")


Block = Title | Heading | Para | Line | Note | Signatures | Seal | Frame | Table | Gap


def parts(blocks: Iterable[Block]) -> list[Part]:
    """What is to be set, with air round tables. What is signed or sealed keeps its last two lines, or its last row,
    with the signatures."""
    found: list[Part] = []
    for block in blocks:
        if isinstance(block, Signatures | Seal):
            found[-2:] = [replace(part, keep=True) if isinstance(part, Text) or part is found[-1] else part
                          for part in found[-2:]]
        made = [block] if isinstance(block, Table | Gap) else list(block.parts())
        if found and {type(found[-1]), type(made[0])} == {Text, Table}:
            found.append(Gap(AIR, keep=found[-1].keep))
        found += made
    return found


@dataclass(frozen=True)
class Paper:
    """`name` is what the contents call it. Its pages are numbered 第 x 页 共 y 页 unless told otherwise."""

    name: str
    blocks: tuple[Block, ...] = field(default=())
    numbered: bool = True


def label(text: str, span: int = 1) -> Cell:
    return Cell(text, span, label=True)


def facts(*pairs: tuple[str, str], least: float = 9) -> Row:
    """A row of labels and values, by turns."""
    cells = []
    for name, value in pairs:
        cells += [label(name), Cell(value)]
    return Row(tuple(cells), least)
