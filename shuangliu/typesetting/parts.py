"""What every paper comes down to: lines of text, tables and space between them. pdf.py and word.py set these three.

Sizes are in points as Chinese offices name them, measures in millimetres. Empty places to write in are underscores.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# 二号, 四号, 小四, 五号
SIZE_TITLE, SIZE_TEXT, SIZE_TABLE, SIZE_NOTE = 22, 14, 12, 10.5
LEAD_TITLE, LEAD_TEXT, LEAD_TABLE, LEAD_NOTE, LEAD_SIGN = 34, 27, 20, 17, 34
# The type area of GB/T 9704-2012 5.2 (left edge 28 mm, 156 mm wide), a little higher: forms shall fit on their sheet.
PAGE = (210, 297)
TOP, LEFT, RIGHT, BOTTOM = 30, 28, 26, 27
WIDTH = PAGE[0] - LEFT - RIGHT
HEIGHT = PAGE[1] - TOP - BOTTOM
PAD = 1.6  # between the rule of a cell and its text
BOX = 20  # what is so high is there to be filled with text, which begins at its top

RULE = "_"
# Nothing that XML, or a typeface, cannot hold: controls, joiners, directions, variants, halves of characters.
UNPRINTABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ud800-\udfff\ufffe\uffff]")


def clean(text) -> str:
    """Without what neither XML nor paper can hold, line ends as \\n, no blank edges."""
    text = str(text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return UNPRINTABLE.sub("", text).strip()


@dataclass(frozen=True)
class Text:
    """One paragraph. `face`: text, title or head; the end of one that is to `keep` stays with what follows."""

    text: str
    size: float = SIZE_TEXT
    lead: float = LEAD_TEXT
    face: str = "text"
    align: str = "justify"
    indent: bool = False
    keep: bool = False


@dataclass(frozen=True)
class Gap:
    height: float
    keep: bool = False


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

    def is_middle(self, cell: Cell) -> bool:
        """Whether the text stands in the middle of the height."""
        return cell.label or self.least < BOX


@dataclass(frozen=True)
class Table:
    """`columns` in mm, together the width of the page; the first `head` rows stand on every page. The rows of a `whole`
    one stay together."""

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    head: int = 0
    whole: bool = False
    keep: bool = False

    def keeps(self, index: int) -> bool:
        """Whether the end of a row stays with what follows."""
        is_last = index == len(self.rows) - 1
        return self.keep if is_last else self.whole or index < self.head


Part = Text | Gap | Table


def said(part: Part) -> Iterator[str]:
    """All that is written in it."""
    if isinstance(part, Text):
        yield part.text
    elif isinstance(part, Table):
        yield from (clean(cell.text) for row in part.rows for cell in row.cells)


def texts(text: str, **look) -> Iterator[Text]:
    """A paragraph for each line."""
    for line in clean(text).split("\n"):
        yield Text(line, **look)
