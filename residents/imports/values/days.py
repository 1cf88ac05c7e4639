"""Days in all the forms that one column of an office table can hold."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from .texts import text_of

WRITTEN = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?")
MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?|(19|20)\d{2}(0[1-9]|1[0-2])|(\d{4})年?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
SERIAL = re.compile(r"\d{4,5}(\.\d+)?")
DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
CHINESE = re.compile(r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日?")
EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
FIRST_SERIAL = 4000  # 1910: what is less is a year, or no day at all


def day(cell: Any, *, is_1904: bool = False) -> tuple[date | None, str]:
    """The day, and "month" (no day is given) or "unreadable". Excel counts days from 1900, or from 1904 on old Macs."""
    if cell is None:
        return None, ""
    if isinstance(cell, datetime):
        return cell.date(), ""
    if isinstance(cell, date):
        return cell, ""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if FIRST_SERIAL <= cell < 100_000:
            return _serial(float(cell), is_1904), ""
        cell = text_of(cell)
    return _read(text_of(cell).lstrip("'’‘`"), is_1904)


@lru_cache(50_000)
def _read(text: str, is_1904: bool) -> tuple[date | None, str]:
    if not text:
        return None, ""
    if found := WRITTEN.fullmatch(text) or WRITTEN.fullmatch(text.replace(" ", "")) or COMPACT.fullmatch(text):
        return _made(*found.groups()[:3])
    if found := CHINESE.fullmatch(text.replace(" ", "")):
        year, month, number = found.groups()
        return _made(year.translate(DIGITS), counted(month), counted(number))
    if MONTH.fullmatch(text):
        return None, "month"
    if SERIAL.fullmatch(text) and float(text) >= FIRST_SERIAL:
        return _serial(float(text), is_1904), ""
    return None, "unreadable"


def counted(text: str) -> int:
    """一 to 九十九 as a number."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(text.translate(DIGITS))
    return (int(tens.translate(DIGITS)) if tens else 1) * 10 + (int(ones.translate(DIGITS)) if ones else 0)


def _serial(number: float, is_1904: bool) -> date:
    return (EPOCH_1904 if is_1904 else EPOCH) + timedelta(days=int(number))


def _made(year, month, number) -> tuple[date | None, str]:
    try:
        return date(int(year), int(month), int(number)), ""
    except ValueError:
        return None, "unreadable"
