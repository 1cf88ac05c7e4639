"""Open incidents of grids that end, and of handlers who leave (grids/handover.py asks)."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from grids.handover import Chooser, Passed
from grids.roles import Role

from . import actions
from .models import Incident
from .states import State

BATCH = 500
# With a handler who goes on with it, or to whom it comes back after the check.
HANDLED = (State.IN_PROGRESS, State.SUSPENDED, State.REWORK, State.RESOLVED)


class Incidents:
    """Each incident is moved in a transaction of its own, in the order of its number: killed anywhere, the next run
    finds the rest."""

    label = _("Incidents")

    def points(self, grid):
        return Incident.objects.in_area(grid).open().order_by().values_list("longitude", "latitude")

    def hand_over(self, grid, choose: Chooser, *, since: date, note: str, by, at: datetime) -> int:
        moved = 0
        for rows in _batches(Incident.objects.in_area(grid).open(), "pk", "longitude", "latitude"):
            for pk, longitude, latitude in rows:
                moved += actions.move_to_grid(pk, by=by, at=at, old=grid, grid=choose(longitude, latitude),
                                              since=since, note=note)
        return moved

    def held_by(self, post) -> int:
        return _handled(post).count()

    def pass_on(self, post, successor, *, note: str, by, at: datetime) -> Passed:
        outcomes = [
            actions.pass_to(pk, by=by, at=at, leaver=post.user, successor=successor, states=HANDLED, note=note)
            for rows in _batches(_handled(post), "pk") for (pk,) in rows]
        return Passed(passed=outcomes.count(True), kept=outcomes.count(False))


def _handled(post):
    """What the holder of a post has signed for there: a department its own, a desk what no department has."""
    rows = Incident.objects.filter(handler=post.user_id, due_at__isnull=False, state__in=HANDLED)
    if post.role == Role.DEPT_HANDLER:
        return rows.filter(department=post.department_id)
    return rows.filter(department=None, area_key__gte=post.area.low, area_key__lt=post.area.high)


def _batches(rows, *fields: str):
    """Rows by their number, a batch at a time; what leaves the set meanwhile is not missed, and nothing comes twice."""
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk").values_list(*fields)[:BATCH]):
        yield batch
        last = batch[-1][0]
