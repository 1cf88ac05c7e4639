"""An open incident changes hands without an act of its own: its grid has ended, or its handler leaves."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils.timezone import get_default_timezone, make_aware

from grids.keys import truncate
from shuangliu import deadlines, indicators

from ..measures import counted, differences
from ..models import FormerPlace, Incident
from ..states import OPEN, Act
from .moving import move


@transaction.atomic
def move_to_grid(pk: int, *, by, at: datetime, old, grid, since: date, note: str) -> bool:
    """From an ended grid into the one that has its place now; its clocks run on. What happened before the day `since`
    goes on counting where it happened. False when it is not open in the old grid any more."""
    incident = Incident.objects.select_for_update(of=("self",)).filter(pk=pk, grid=old, state__in=OPEN).first()
    if incident is None:
        return False
    old_key = incident.area_key
    move(incident, Act.HAND_OVER, by=by, at=at, note=f"{note} · {old.name} → {grid.name}", grid=grid,
         area_key=grid.key, detail={"old_grid": old.code, "grid": grid.code})
    deadlines.running(incident).update(area_key=grid.key)
    if truncate(old_key, "community") != truncate(grid.key, "community"):
        _keep_figures(incident, old_key, until=make_aware(datetime.combine(since, time()), get_default_timezone()))
    return True


@transaction.atomic
def pass_to(pk: int, *, by, at: datetime, leaver, successor, states, note: str) -> bool | None:
    """From the handler who leaves to the successor. False when the successor has checked it and so must not be its
    handler, None when the leaver does not have it any more."""
    incident = Incident.objects.select_for_update(of=("self",)).filter(
        pk=pk, handler=leaver, state__in=states).first()
    if incident is None:
        return None
    if incident.verified_by_id == successor.pk:
        return False
    move(incident, Act.HAND_OVER, by=by, at=at, note=note, handler=successor, detail={"handler": successor.pk})
    return True


def _keep_figures(incident: Incident, old_key: int, *, until: datetime) -> None:
    before = counted(incident)
    since = max((place.until for place in incident.former), default=None)
    if since is not None and since >= until:
        return  # two changes on one day: what was before has its place already
    FormerPlace.objects.create(incident=incident, area_key=old_key, since=since, until=until)
    incident.__dict__.pop("former", None)
    indicators.add_many(differences(before, counted(incident)))
