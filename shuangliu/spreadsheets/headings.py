"""Which column is which: by its name in English or Chinese, wherever it stands; titles above it are passed over."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from .reading import Unreadable
from .sheets import Grid

LOOK_AT = 10  # rows: above the headings stand titles and remarks
IGNORED = re.compile(r"[\s*＊:：]|[（(](?:必填|选填|required|optional)[)）]")


@dataclass(frozen=True)
class Heading:
    """`name` as in code, `label` as shown (lazy: it is known in every language)."""

    name: str
    label: Any
    is_required: bool = False

    def known_as(self) -> set[str]:
        names = {folded(self.name)}
        for language in ("zh-hans", "en"):
            with override(language):
                names.add(folded(str(self.label)))
        return names


def folded(text: str) -> str:
    """The same for “Ｃｏｄｅ ”, “code*” and “code（必填）”."""
    return IGNORED.sub("", unicodedata.normalize("NFKC", text)).casefold()


def records(grid: Grid, headings: list[Heading]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows below the headings as dicts, with their numbers. Columns that are not asked for are left out, those
    that the file lacks are missing in the dict. Raises Unreadable when a required one is missing."""
    at, columns = _find(grid, headings)
    for number, texts in grid.rows[at + 1:]:
        yield number, {name: texts[column] if column < len(texts) else "" for name, column in columns.items()}


def _find(grid: Grid, headings: list[Heading]) -> tuple[int, dict[str, int]]:
    """The index of the row of headings, and the column of each name."""
    names = {name: heading.name for heading in headings for name in heading.known_as()}
    best: tuple[int, dict[str, int]] = (0, {})
    for at, (_number, texts) in enumerate(grid.rows[:LOOK_AT]):
        columns: dict[str, int] = {}
        for column, text in enumerate(texts):
            if name := names.get(folded(text)):
                columns.setdefault(name, column)
        if len(columns) > len(best[1]):
            best = at, columns
    missing = [str(heading.label) for heading in headings if heading.is_required and heading.name not in best[1]]
    if missing:
        raise Unreadable(_("“%(sheet)s” lacks the column: %(columns)s.")
                         % {"sheet": grid.name, "columns": ", ".join(missing)})
    return best
