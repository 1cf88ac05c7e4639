"""Short ways to weeks: templates with a line, shifts of the week before, and many."""

from datetime import time, timedelta

from patrol.models import RosterTemplate
from patrol.roster import actions
from patrol.roster.weeks import Week
from patrol.shifts.rules import RestRule

from ..patrols import END, START, planned, route

DAY = timedelta(days=1)
THIS, NEXT = Week.of(START.date()), Week.of(START.date()).after
BEFORE = START - 8 * DAY  # a Tuesday of the week before


def rule(**more) -> RestRule:
    return RestRule.objects.create(pk=1, **more)


def template(cast, *, name: str = "平常周", weekdays=(1,), people=None, along=None) -> RosterTemplate:
    made = actions.make_template(by=cast.jin, at=START, name=name, area=cast.town)
    actions.add_lines(made, by=cast.jin, at=START, weekdays=list(weekdays), starts=time(9), ends=time(11),
                      route=along or route(cast, f"{name}线"), people=people or [cast.hong])
    return made


def last_week(cast, *, days: int = 0, **more):
    """A shift of the week before, seven days before START and so many later."""
    return planned(cast, at=BEFORE, starts_at=START - 7 * DAY + days * DAY, ends_at=END - 7 * DAY + days * DAY, **more)
