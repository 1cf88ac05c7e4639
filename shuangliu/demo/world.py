"""What the steps of loading hand to each other."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

from django.utils.timezone import localdate

from grids.models import Area, Department
from grids.roles import Role
from shuangliu.accounts.models import User

from .people import People
from .territory import Territory

SEED = 20140731  # the last day of the report


@dataclass
class World:
    """The demo county while it is loaded. `at` is its now; all that is random comes from `random`, so that the
    same moment gives the same county."""

    at: datetime
    territory: Territory
    random: Random = field(default_factory=lambda: Random(SEED))  # noqa: S311 - no secrets here
    areas: dict[str, Area] = field(default_factory=dict)  # by code
    departments: dict[str, Department] = field(default_factory=dict)  # by code
    users: dict[str, User] = field(default_factory=dict)  # by username
    dwellings: list = field(default_factory=list)  # of the community of the tour
    staff: dict[tuple[str, str], list[User]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self):
        self.people = People(self.random, self.today)
        # Who comes to the windows of mediation, and with what: drawn apart, so that all else stays as it was.
        self.windows = Random(SEED + 1)  # noqa: S311
        self.callers = People(self.windows, self.today)
        # Who calls the hotline, with what, and who answers there: likewise.
        self.hotline = Random(SEED + 2)  # noqa: S311
        self.telling = People(self.hotline, self.today)
        # Who lives where: likewise.
        self.housing = Random(f"{SEED} residents")  # noqa: S311

    @property
    def today(self) -> date:
        return localdate(self.at)

    @property
    def is_tiny(self) -> bool:
        return len(self.territory.communities) < 10

    @property
    def county(self) -> Area:
        return self.areas[self.territory.county.code]

    @property
    def towns(self) -> list[Area]:
        return [self.areas[place.code] for place in self.territory.towns]

    @property
    def communities(self) -> list[Area]:
        return [self.areas[place.code] for place in self.territory.communities]

    @property
    def grids(self) -> list[Area]:
        return [self.areas[place.code] for place in self.territory.grids]

    def town_of(self, area: Area) -> Area:
        return self.areas[area.code[:9]]

    def one(self, role: Role, place: Area | Department) -> User:
        """Who serves in this role there: the first, if there are several."""
        return self.staff[role, place.code][0]
