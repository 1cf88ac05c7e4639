"""Breaking Chinese text into lines: none begins with a closing mark, none ends with an opening one (GB/T 15834)."""

from collections.abc import Callable

NO_START = frozenset("，。、；：？！）》」』】〕〉”’…—～·％‰℃,.;:?!)]}%°")
NO_END = frozenset("（《「『【〔〈“‘([{¥￥")
UNITS = frozenset("元年月日号岁")  # cling to the figure before them, to no other word
WORD = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-/@+,:*")


def units(text: str) -> list[str]:
    """What must not be torn apart: a character with the marks that cling to it, a number, a word."""
    found: list[str] = []
    for sign in text:
        if found and (_clings(found[-1][-1], sign)):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _clings(before: str, sign: str) -> bool:
    if before == " " or sign == " ":
        return False
    if sign in UNITS:
        return before in WORD or before in NO_END
    return sign in NO_START or before in NO_END or (before in WORD and sign in WORD)


def lines(text: str, width: float, measure: Callable[[str], float], first: float = 0) -> list[str]:
    """The text in lines of at most `width`; the first is shorter by `first`. What is wider than a line is cut."""
    found, line, used = [], "", first
    for unit in units(text):
        size = measure(unit)
        if used + size > width and line.strip():
            found.append(line)
            line, used = "", 0
            if unit == " ":
                continue
        if used + size <= width:
            line, used = line + unit, used + size
            continue
        for sign in unit:  # wider than the line itself
            if used + measure(sign) > width and line:
                found.append(line)
                line, used = "", 0
            line, used = line + sign, used + measure(sign)
    return [*found, line] if line or not found else found
