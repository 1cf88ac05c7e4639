"""One cell: what a value becomes in a file, and what a cell of a file says.

A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP: CSV injection; the full-width
signs count too in a Chinese Excel), and loses it when it is read again.
"""

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

TRIGGERS = frozenset("=+-@\t\r\n＝＋－＠")
# What XML 1.0 does not allow, and what no text needs: C0 but tab and line feed, DEL, C1, surrogates, BOM.
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
# Blanks at either end mean nothing: U+00A0, U+3000 and U+200B come from web pages and input methods.
BLANKS = " \t\r\n\u00a0\u3000\u200b"
LONG_NUMBER = re.compile(r"\d{12,}")
EXACT = 10**15  # a spreadsheet keeps fifteen digits of a number


def plain(text: str) -> str:
    """Without characters that break XML or CSV; line ends are line feeds."""
    return UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip("'")[:1] in TRIGGERS else text


def unescaped(text: str) -> str:
    """What `escaped` was given."""
    return text[1:] if text.startswith("'") and text.lstrip("'")[:1] in TRIGGERS else text


def for_file(value: Any) -> str | int | float:
    """A value as it stands in a cell: numbers stay numbers while a spreadsheet keeps all their digits."""
    if isinstance(value, str):  # most are; a file has a million cells
        return escaped(plain(value))
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, Decimal):
        value = int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, int | float):
        return value if abs(value) < EXACT else str(value)
    if isinstance(value, datetime):
        return (localtime(value) if is_aware(value) else value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return escaped(plain(str(value)))


def for_csv(value: Any) -> str:
    """The same in a csv. Excel makes 5.1E+14 of a grid's code there, unless something stands behind the digits."""
    cell = for_file(value)
    return f"{cell}\t" if isinstance(cell, str) and LONG_NUMBER.fullmatch(cell) else str(cell)


def from_file(value: Any) -> str:
    """The text of a cell. Raises ValueError for a number that has lost digits (an ID number typed as a number)."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, int | float):
        if abs(value) >= EXACT:
            raise ValueError(_("A number of more than 15 digits has lost its end. Make the column text, and type it "
                               "again."))
        return str(int(value)) if value == int(value) else repr(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return unescaped(plain(str(value))).strip(BLANKS)
