"""ID numbers and phones."""

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import Any

from shuangliu.privacy.documents import MAN, WOMAN
from shuangliu.privacy.id_number import check_digit, upgraded
from shuangliu.spreadsheets import BLANKS

from .texts import QUOTES

SCIENTIFIC = re.compile(r"\d(\.\d+)?E\+?\d+")
CYRILLIC = re.compile("[\u0400-\u04ff]")
BETWEEN = re.compile(r"[/、;；,，|\n\\]+|或")
MOBILE = re.compile(r"1[3-9]\d{9}")
LANDLINE = re.compile(r"0\d{2,3}\d{7,8}(\d{1,5})?|[2-8]\d{6,7}|[48]00\d{7}")
NONE = {"", "无", "没有", "不详", "暂无", "-", "--", "/"}
NOT_DIALLED = re.compile(r"[\s()（）\-–—－.]+")


def id_number(cell: Any, today: date) -> tuple[str, str, str]:
    """The number of 18 characters (or as it is, where it is no citizen's), what the paper shows where that differs, and
    the code of a problem. Nothing is guessed: a number from a number cell has lost its end, check digit or not."""
    if cell is None:
        return "", "", ""
    if not isinstance(cell, str):
        return "", "", "id-numeric"
    text = cell.strip(BLANKS).strip(QUOTES)
    if not (text.isascii() and text.isalnum()):
        text = "".join(unicodedata.normalize("NFKC", text).split()).strip(QUOTES)
    text = text.upper().replace("×", "X")
    if not text:
        return "", "", ""
    if SCIENTIFIC.fullmatch(text):
        return text, "", "id-numeric"
    if CYRILLIC.search(text):
        return text, "", "id-cyrillic"
    shown = ""
    if len(text) == 15 and text.isdigit() and text.isascii():
        shown, text = text, upgraded(text)
    return text, shown, citizen_problem(text, today)


def citizen_problem(number: str, today: date) -> str:
    """What is wrong with a citizen's number of 18 characters. Codes of counties that are no more stay valid."""
    first17 = number[:17]
    if len(number) != 18 or not (first17.isdigit() and number.isascii()) or not (number[17].isdigit() or
                                                                                 number[17] == "X"):
        return "id-format"
    born = _day(number[6:14])
    if born is None or born > today:
        return "id-birthday"
    fits = check_digit(first17) == number[17]
    if number.endswith("000"):
        return "id-zeros" if fits else "id-numeric"
    return "" if fits else "check-digit"


def tells_birthday(number: str) -> bool:
    return len(number) == 18 and number[:17].isdigit() and _day(number[6:14]) is not None


def told_by(number: str) -> tuple[date, str]:
    """Birthday and sex in a citizen's number."""
    return _day(number[6:14]), MAN if int(number[16]) % 2 else WOMAN


@lru_cache(50_000)
def _day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def phones(cell: Any) -> tuple[list[str], str]:
    """The phones of a cell as dialled here, and the code of a problem."""
    if cell is None:
        return [], ""
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    if len(text) == 11 and text.isascii() and text.isdigit() and text[0] == "1":
        return [text], ""
    text = unicodedata.normalize("NFKC", text.strip(BLANKS)).strip(QUOTES)
    if text in NONE:
        return [], ""
    if whole := _dialled(text):
        return [whole], ""
    pieces = [piece for piece in BETWEEN.split(text) if piece.strip()]
    found = [_dialled(piece) for piece in pieces]
    if not all(found):
        found = [_dialled(piece) for piece in text.replace("/", " ").split()]
    if not found or not all(found):
        return [], "phone-unreadable"
    found = list(dict.fromkeys(found))
    return found[:2], "phones-many" if len(found) > 2 else ""


def _dialled(text: str) -> str:
    digits = NOT_DIALLED.sub("", text)
    for prefix in ("+86", "0086"):
        digits = digits.removeprefix(prefix)
    if len(digits) == 13 and digits.startswith("86"):
        digits = digits[2:]
    return digits if MOBILE.fullmatch(digits) or LANDLINE.fullmatch(digits) else ""
