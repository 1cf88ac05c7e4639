"""What a paper is made of. One layout is set by pdf.py and by word.py, so that the two cannot drift apart.

Sizes are in points as Chinese offices name them, measures in millimetres. Empty places to write in are underscores.
"""

import re
from dataclasses import dataclass, field

# 二号, 四号, 小四, 五号
SIZE_TITLE, SIZE_TEXT, SIZE_TABLE, SIZE_NOTE = 22, 14, 12, 10.5
LEAD_TITLE, LEAD_TEXT, LEAD_TABLE, LEAD_NOTE, LEAD_SIGN = 34, 27, 20, 17, 34
# The type area of GB/T 9704-2012 5.2 (left edge 28 mm, 156 mm wide), a little higher: forms shall fit on their sheet.
PAGE = (210, 297)
TOP, LEFT, RIGHT, BOTTOM = 30, 28, 26, 27
WIDTH = PAGE[0] - LEFT - RIGHT
HEIGHT = PAGE[1] - TOP - BOTTOM

RULE = "_"
# Nothing that XML, or a typeface, cannot hold: controls, joiners, directions, variants, halves of characters.
UNPRINTABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ud800-\udfff\ufffe\uffff]")


def clean(text) -> str:
    """Without what neither XML nor paper can hold, line ends as \\n, no blank edges."""
    text = str(text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return UNPRINTABLE.sub("", text).strip()


@dataclass(frozen=True)
class Title:
    text: str
    under: str = ""  # a smaller line: the committee, a number


@dataclass(frozen=True)
class Heading:
    """A line in 黑体."""

    text: str


@dataclass(frozen=True)
class Para:
    """Paragraphs (one for each line of the text), the first line two characters in."""

    text: str
    indent: bool = True


@dataclass(frozen=True)
class Line:
    """One short line on its own."""

    text: str
    align: str = "left"  # left | center | right


@dataclass(frozen=True)
class Note:
    """Small print: how to fill in, what the law says."""

    text: str


@dataclass(frozen=True)
class Cell:
    text: str = ""
    span: int = 1
    label: bool = False  # in 黑体 and centred
    align: str = "left"


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]
    least: float = 0  # mm


@dataclass(frozen=True)
class Table:
    """`columns` in mm, together the width of the page; the first `head` rows stand on every page."""

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    head: int = 0


@dataclass(frozen=True)
class Signatures:
    """A line for each to sign on, kept on one page with what is signed."""

    places: tuple[str, ...]


    @property
    def lines(self) -> tuple[str, ...]:
        """Each place with room to sign: on its line, or below it where the name is long."""
        return tuple(_to_sign(clean(place)) for place in self.places)


def _to_sign(place: str) -> str:
    room = int((30 - len(place)) / 0.56)  # of a line of 31 characters; an underscore is a little more than half of one
    return f"{place}：{'_' * min(room, 24)}" if room >= 12 else f"{place}：\n{RULE * 24}"


@dataclass(frozen=True)
class Seal:
    """Who issues the paper, over its date: the place of the seal."""

    org: str
    on: str
    note: str = "（印章）"


@dataclass(frozen=True)
class Frame:
    """An empty box, to paste a copy in."""

    label: str
    height: float


@dataclass(frozen=True)
class Gap:
    height: float


Block = Title | Heading | Para | Line | Note | Table | Signatures | Seal | Frame | Gap


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
