"""Text as a set of pairs of characters. The databases cut the same pairs: postgres.py, sqlite.py."""

import unicodedata

MOST = 100  # characters that a question may have
SMALL = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def fold(text: str) -> str:
    """Capitals of ASCII made small, nothing else: it is what both databases agree upon, and keeps every place."""
    return text.translate(SMALL)


def words(text: str) -> list[str]:
    """The words of a question, each once. What no database can hold (NUL, halves of characters) parts words."""
    clean = "".join(" " if mark == "\0" or unicodedata.category(mark) == "Cs" else mark for mark in text)
    return list(dict.fromkeys(fold(clean).split()))


def holds_any(text: str, words: list[str]) -> bool:
    """Whether one of these words stands in the text."""
    plain = fold(text)
    return any(word in plain for word in words)


def is_enough(text: str) -> bool:
    """Whether the index can answer: one character alone is in no pair. Beside a longer word it may be asked for."""
    return any(len(word) > 1 for word in words(text))


def bigrams(text: str) -> set[str]:
    """All pairs of neighbours: "路灯坏" is 路灯 and 灯坏."""
    text = fold(text)
    return {text[place : place + 2] for place in range(len(text) - 1)}


def likeness(one: str, other: str) -> float:
    """How much two texts say the same: twice the pairs they share, of all they have (Dice), 0 to 1. Blanks and
    punctuation do not count."""
    a, b = ({pair for pair in bigrams(text) if pair.isalnum()} for text in (one, other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
