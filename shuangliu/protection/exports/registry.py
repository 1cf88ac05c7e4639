"""What can be exported in clear: business apps register it, each with its own right."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from grids.jurisdiction import holds, posts_for

MOST = 20_000  # rows: who needs more asks for parts, and each part is decided


@dataclass(frozen=True)
class Column:
    """`get(row)` is the value; a column with `masked` holds personal data, shown by it unless asked for in clear."""

    name: str
    label: str | Promise
    get: Callable[[Any], Any]
    masked: Callable[[Any], str] | None = None

    def cell(self, row, clear: frozenset[str]) -> Any:
        shown = self.get if self.masked is None or self.name in clear else self.masked
        return shown(row)


class Exporter:
    """One thing that can be exported. `rows` stand under the same rule as the lists: what `user` may see. `form` is
    what they are chosen by; its cleaned values are the keywords of `rows`."""

    name: ClassVar[str]
    act: ClassVar[str]
    label: ClassVar[str | Promise]
    columns: ClassVar[tuple[Column, ...]]
    form: ClassVar[type[forms.Form]] = forms.Form

    def rows(self, user, **chosen) -> QuerySet:
        raise NotImplementedError

    def matter(self, row) -> Model:
        """The registered matter (kinds.py, looks.py) whose data a row holds."""
        return row

    def area_key(self, user) -> int:
        """Where the request lies: the widest place in which the user holds the right."""
        return max((post.area for post in posts_for(user, self.act)), key=lambda area: area.high - area.low).key


_EXPORTERS: dict[str, Exporter] = {}


def exporter(name: str, *, act: str) -> Callable[[type[Exporter]], type[Exporter]]:
    """Register an Exporter under a name for those who hold `act`. The roles of the act hold "export.ask" too."""

    def register(cls: type[Exporter]) -> type[Exporter]:
        cls.name, cls.act = name, act
        _EXPORTERS[name] = cls()
        return cls

    return register


def get(name: str) -> Exporter:
    """Raises KeyError for a name that nobody registered."""
    return _EXPORTERS[name]


def exporters_for(user) -> list[Exporter]:
    """What `user` may ask for."""
    return [one for one in _EXPORTERS.values() if holds(user, one.act)]


def everything() -> list[Exporter]:
    return list(_EXPORTERS.values())
