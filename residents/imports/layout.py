"""Where the headings of a sheet stand, and what its columns are."""

import hashlib
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from shuangliu.privacy import forbidden
from shuangliu.spreadsheets import Book, Unreadable, folded

from .columns import BY_NAME, COLUMNS, guessed, known
from .values.texts import text_of

LOOK_AT = 10  # rows: above the headings stand titles and remarks
FOOTER = re.compile(r"^(合计|小计|总计|共计|注|备注|说明|填表人|填报人|填报单位|制表人|制表|审核人|审核|负责人|经办人"
                    r"|联系人|单位负责人)($|[:：\s(（].*|人?数?$)")
LOST = re.compile(r"^[?？\ufffd]+$")


@dataclass(frozen=True)
class Layout:
    """`header_row` is the number of the last row of headings; data begin below it."""

    sheet: str
    header_row: int
    headings: list[str]
    columns: list[str]
    filled: list[str]

    @property
    def key(self) -> str:
        """The same for files whose headings are the same."""
        return hashlib.sha256("|".join(folded(heading) for heading in self.headings).encode()).hexdigest()


def find(book: Book) -> Layout:
    """The sheet and the row that name most columns. Raises Unreadable where no sheet names a person."""
    return _told_most([layout for sheet in book.sheets if (layout := _in_sheet(book, sheet))])


def in_sheet(book: Book, sheet: str) -> Layout:
    """The same in a sheet that somebody has chosen."""
    return _told_most([layout] if sheet in book.sheets and (layout := _in_sheet(book, sheet)) else [])


def _told_most(layouts: list[Layout]) -> Layout:
    if not layouts:
        raise Unreadable(_("No row among the first ten has headings that are known: a column “%(name)s” is needed.")
                         % {"name": "姓名"})
    return max(layouts, key=lambda layout: sum(map(bool, layout.columns)))


def _in_sheet(book: Book, sheet: str) -> Layout | None:
    top = []
    for number, cells in book.rows(sheet):
        top.append((number, [text_of(cell) for cell in cells]))
        if len(top) == LOOK_AT:
            break
    if not top:
        return None
    at = max(range(len(top)), key=lambda at: (_told(top[at][1]), -at))
    number, headings = top[at]
    if sum(bool(LOST.match(text)) for text in headings) > 1:
        raise Unreadable(_("The headings have become question marks: the file was damaged when it was saved. Export it "
                           "again, as .xlsx if you can."))
    if not _told(headings):
        return None
    number, headings = _two_lines(top, at)
    while headings and not headings[-1]:
        headings.pop()
    columns = guessed(headings)
    if "name" not in columns:
        return None
    merged = {columns[at] for at in book.marks(sheet).merged if at < len(columns)}
    filled = [column.name for column in COLUMNS if column.may_fill and column.name in columns
              and (column.name in merged or column.name in {"town", "community", "grid"})]
    return Layout(sheet, number, headings, columns, filled)


def _told(texts: list[str]) -> int:
    return sum(known(text) is not None or forbidden.reason(text) is not None for text in texts if text)


def _two_lines(top: list, at: int) -> tuple[int, list[str]]:
    """Headings over two rows: what the second says is nearer to the column, what it leaves blank is merged above."""
    number, headings = top[at]
    for upper, lower in ((at, at + 1), (at - 1, at)):
        if upper < 0 or lower >= len(top):
            continue
        above, below = top[upper][1], top[lower][1]
        is_heading = _told(below) and all(known(text) or forbidden.reason(text) for text in below if text)
        if is_heading and len([text for text in above if text]) > 1:
            width = max(len(above), len(below))
            above, below = above + [""] * (width - len(above)), below + [""] * (width - len(below))
            return top[lower][0], [low or high for high, low in zip(above, below, strict=True)]
    return number, list(headings)


def is_footer(texts: list[str], first: str) -> bool:
    """合计, 填表人: no person, whose key columns (`texts`) are blank."""
    return not any(texts) and bool(FOOTER.match(first))


def refused(headings: list[str]) -> list[tuple[str, str]]:
    """(heading, why) of the columns that may not be read."""
    return [(heading, str(why)) for heading in headings if heading and (why := forbidden.reason(heading))]


def strangers(headings: list[str], columns: list[str]) -> list[str]:
    """The headings that mean nothing here: their columns are left out."""
    return [heading for heading, name in zip(headings, columns, strict=True)
            if heading and not name and not forbidden.reason(heading)]


def problem(headings: list[str], columns: list[str]) -> str:
    """Why rows cannot be read by these columns, "" where they can."""
    if "name" not in columns:
        return _("One column must be the name.")
    if not {"address", "building", "room"} & set(columns):
        return _("One column must say where people live: address, building or room.")
    named = [name for name in columns if name]
    if twice := next((name for name in named if named.count(name) > 1), None):
        return _("Two columns cannot both be “%(name)s”.") % {"name": BY_NAME[twice].label}
    for heading, name in zip(headings, columns, strict=True):
        if name and (why := forbidden.reason(heading)):
            return _("“%(heading)s” is not read. %(why)s") % {"heading": heading, "why": why}
    return ""
