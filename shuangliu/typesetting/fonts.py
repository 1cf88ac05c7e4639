"""The two typefaces that are embedded in every PDF: Noto Serif SC for text, Noto Sans SC for what stands out.

They come with a package (SIL Open Font License 1.1, docs/decisions/0015). Word names 仿宋, 宋体 and 黑体 instead.
"""

from functools import cache

import pylopdf_fonts_zh_cn as files
from fontTools.ttLib import TTFont

SERIF, SANS = "serif", "sans"
PATHS = {SERIF: files.serif_path(), SANS: files.sans_path()}
MISSING = "〓"  # the printers' sign for a character that is not at hand


@cache
def widths(family: str) -> dict[str, float]:
    """Of each character the typeface has, in em."""
    font = TTFont(PATHS[family], lazy=True)
    advance, em = font["hmtx"].metrics, font["head"].unitsPerEm
    return {chr(code): advance[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def width(text: str, family: str, size: float) -> float:
    """In mm."""
    known = widths(family)
    return sum(known.get(sign, 1) for sign in text) * size * 25.4 / 72


def printable(text: str, family: str) -> str:
    known = widths(family)
    return "".join(sign if sign in known else MISSING for sign in text)


def missing(text: str) -> set[str]:
    """Characters that a PDF cannot show; Word can, with the fonts of its machine."""
    return {sign for sign in text if sign not in widths(SERIF) and sign != "\n"}
