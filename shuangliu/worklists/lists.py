"""What a business says of its list, so that filters of it can be kept."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

MANY = 100  # counts beside a filter stop here: nobody needs the exact number of a queue


@dataclass(frozen=True)
class Worklist:
    """`clean(query, user)` gives the query of an address as it is kept, and raises ValidationError for one that the
    list does not understand; `count(query, user, at)` is how many rows it shows, at most MANY, or None where counting
    would have to read history."""

    key: str
    route: str  # of the list; "<route>-filters" and "<route>-filter" keep its filters
    clean: Callable[..., str]
    count: Callable[..., int | None]

    @property
    def url(self) -> str:
        return reverse(self.route)

    def address(self, query: str) -> str:
        return f"{self.url}?{query}" if query else self.url


def written(query: QueryDict, names) -> str:
    """Those of `names` that say something, in this order, as the query of an address."""
    kept = QueryDict(mutable=True)
    for name in names:
        if value := query.get(name, "").strip():
            kept[name] = value
    return kept.urlencode()
