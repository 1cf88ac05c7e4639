"""From a number to the list of the matters it counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from urllib.parse import urlencode

from django.urls import resolve, reverse

from grids.access import rule_of
from grids.jurisdiction import covers, posts_for
from grids.models import Area


@dataclass(frozen=True)
class Drill:
    """A list page by its route, and the filters that make it show the matters of a measure.

    `start` and `end` name the filters for the first and last day, `area` the one for the area's code; `query`
    holds the filters that are always set ({"state": "closed"}). `act` is the right to it where the page is open to
    more people than the matters.
    """

    route: str
    start: str = "start"
    end: str = "end"
    area: str = "area"
    query: Mapping[str, str] = field(default_factory=dict)
    act: str = ""

    def url(self, area: Area, start: date, end: date) -> str:
        # Codes and days need no quoting. A dashboard asks for hundreds of these.
        return f"{self._address}{self.area}={area.code}&{self.start}={start}&{self.end}={end}"

    @cached_property
    def _address(self) -> str:
        """Path and the filters that are always set, up to where the others follow."""
        return f"{reverse(self.route)}?{urlencode(self.query)}{'&' if self.query else ''}"

    def opens_for(self, user, area: Area) -> bool:
        """May `user` open the list, and does it reach over the whole area for them?"""
        posts = posts_for(user, self.act or act_of(self.route))
        return any(covers(post, area.low) and covers(post, area.high - 1) for post in posts)


@cache
def act_of(route: str) -> str:
    """The act whose holders may open the page of this route."""
    return rule_of(resolve(reverse(route)).func)
