"""Showing where the words of a question stand."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .pairs import fold

BEFORE = 12  # characters shown before a hit that is far from the beginning


def marked(text: str, words: list[str]) -> SafeString:
    """Safe HTML of `text`, each place that holds a word in <mark>."""
    parts, last = [], 0
    for start, end in _hits(text, words):
        parts += [escape(text[last:start]), "<mark>", escape(text[start:end]), "</mark>"]
        last = end
    return mark_safe("".join([*parts, escape(text[last:])]))  # noqa: S308 (every part is escaped)


def excerpt(text: str, words: list[str], length: int) -> str:
    """At most `length` characters of `text`: its beginning, or what is round the first hit if that is further on."""
    hits = _hits(text, words)
    start = 0 if not hits or hits[0][1] < length else max(hits[0][0] - BEFORE, 0)
    head = "…" if start else ""
    rest = text[start:]
    if len(head) + len(rest) > length:
        rest = rest[: length - len(head) - 1] + "…"
    return head + rest


def _hits(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where words stand in the text, from and to; those that touch are one."""
    plain, found = fold(text), []
    for word in words:
        place = plain.find(word)
        while place >= 0:
            found.append((place, place + len(word)))
            place = plain.find(word, place + 1)
    hits = []
    for start, end in sorted(found):
        if hits and start <= hits[-1][1]:
            hits[-1] = hits[-1][0], max(end, hits[-1][1])
        else:
            hits.append((start, end))
    return hits
