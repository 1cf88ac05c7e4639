"""The text of a cell without what means nothing."""

import re
import unicodedata

from shuangliu.spreadsheets import BLANKS, plain

SPACES = re.compile(r"\s+")
QUOTES = "'’‘`"  # typed or exported before a number, so that a spreadsheet keeps it a text


def text_of(cell) -> str:
    """On one line, full-width forms narrowed, blanks of web pages and input methods gone at both ends."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        return str(cell)
    text = cell.strip(BLANKS)
    # Most cells need nothing: what is printable has no blank but the usual one.
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFKC", text):
        return text
    return SPACES.sub(" ", unicodedata.normalize("NFKC", plain(text))).strip(BLANKS)
