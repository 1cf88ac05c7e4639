"""What the tests of volunteers say in one line: `corps.volunteer("active")`, `corps.fit()`, `corps.call_up()`.

Zhao keeps the volunteers of 棠湖社区, Jin leads the patrols of its town, Hong is a volunteer with an account.
"""

import uuid
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count

from patrol.models import CallUp, Team, Volunteer
from patrol.volunteers import actions
from tests.conftest import NOW
from tests.residents.story import with_check_digit

numbers = count(1)
CHILD = with_check_digit("51018420120601123")  # thirteen in the story


def number_of(born: str = "19900101") -> str:
    """An ID number that nobody else has."""
    return with_check_digit(f"510184{born}{next(numbers) % 1000:03d}")


class Corps:
    """`at` moves on by hand."""

    def __init__(self, cast):
        self.cast, self.at = cast, NOW

    @property
    def today(self) -> date:
        return self.at.date()

    def apply(self, name="唐秀英", number="", area=None, **given) -> Volunteer:
        given = {"phone": f"139{next(numbers):08d}", "document": "111", "born_on": None, "abilities": ["security"],
                 "uuid": uuid.uuid4()} | given
        volunteer, _new = actions.apply(by=None, at=self.at, area=area or self.cast.community, name=name,
                                        id_number=number or number_of(), **given)
        return volunteer

    def volunteer(self, state="active", by=None, **given) -> Volunteer:
        """One who has come so far."""
        made, by = self.apply(**given), by or self.cast.zhao
        if state == "refused":
            return actions.refuse(made, by=by, at=self.at, reason="证件与本人不符")
        if state != "applied":
            made = actions.verify(made, by=by, at=self.at)
        if state in ("active", "suspended"):
            made = actions.activate(made, by=by, at=self.at)
        if state == "suspended":
            made = actions.suspend(made, by=by, at=self.at, reason="休养")
        return actions.withdraw(made, by=by, at=self.at) if state == "withdrawn" else made

    def insure(self, volunteer, until: date | None = None):
        return actions.insure(volunteer, by=self.cast.zhao, at=self.at, insurer="人保财险", policy=f"PA{next(numbers)}",
                              starts_on=self.today - timedelta(days=30),
                              ends_on=until or self.today + timedelta(days=300))

    def train(self, volunteer, course="safety"):
        return actions.train(volunteer, by=self.cast.zhao, at=self.at, course=course, held_on=self.today)

    def fit(self, **given) -> Volunteer:
        """One who may be asked for dangerous tasks."""
        volunteer = self.volunteer(**given)
        self.insure(volunteer)
        self.train(volunteer)
        return Volunteer.objects.get(pk=volunteer.pk)

    def hong(self) -> Volunteer:
        """Bound to the account of Hong."""
        return actions.bind(self.fit(name="洪袖套"), by=self.cast.zhao, at=self.at, user=self.cast.hong)

    def team(self, *members, name="棠湖红袖套一队") -> Team:
        team = actions.form_team(by=self.cast.jin, at=self.at, area=self.cast.community, name=name, kind="peace")
        for one in members:
            actions.join_team(team, one, by=self.cast.jin, at=self.at)
        return team

    def call_up(self, *, by=None, starts_at: datetime | None = None, **given) -> CallUp:
        starts_at = starts_at or self.at + timedelta(hours=5)
        given = {"title": "春季招聘会秩序维护", "task": "order", "place": "文化广场", "needed": 2,
                 "area": self.cast.town,
                 "ends_at": starts_at + timedelta(hours=3), "uuid": uuid.uuid4()} | given
        return actions.call(by=by or self.cast.jin, at=self.at, starts_at=starts_at, **given)[0]

    def served(self, volunteer, hours="3") -> Volunteer:
        """With hours verified by Jin for a call-up of yesterday."""


        at, self.at = self.at, self.at - timedelta(days=1)
        call_up, self.at = self.call_up(), at
        actions.verify_hours(call_up, {volunteer: Decimal(hours)}, by=self.cast.jin, at=at)
        volunteer.refresh_from_db()
        return volunteer
