"""Finding Chinese text, on PostgreSQL and SQLite alike (docs/decisions/0013).

A model says what of it is searched, `searched = ("description", "place")`, and its migration adds
`AddSearch("incident", ["description", "place"])`. Then

    search.matching(Incident.objects.visible_to(user), "垃圾 桥头")     rows that hold both words, by the index
    search.containing(queue, "垃圾 桥头")                               the same without it, for few rows
    search.sharing(articles, pairs)                             rows that have any of these pairs, by the index
    search.newest(found, near=…, around=…, after=…)                     a page of what matches, newest first

Text is cut into pairs of neighbouring characters, which are looked up in an index; what is found is compared
with the words themselves, so that pairs alone never show a row. Knows no business.
"""

from importlib import import_module

from .pairs import MOST, bigrams, fold, holds_any, is_enough, likeness, words

# These need Django's models, which cannot be imported while it is still loading this package.
LATER = {"containing": "lookups", "matching": "lookups", "sharing": "lookups", "newest": "paging", "excerpt": "marks",
         "marked": "marks"}

__all__ = ["LATER", "MOST", "bigrams", "fold", "holds_any", "is_enough", "likeness", "words"]


def __getattr__(name):
    if name in LATER:
        return getattr(import_module(f".{LATER[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
