"""The roster of a week as its page prints it: routes down, days across, what is wrong at each shift. The same few
queries for one shift and for a thousand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.models import Area

from ..shifts import rest, rules
from ..shifts.models import Duty, Route, Shift
from ..shifts.people import served, serves
from ..shifts.states import AHEAD, State
from ..swaps.models import Swap
from .weeks import Week, special

MARGIN = rest.DAY  # a shift of the Sunday before may end too late for one of Monday


@dataclass(frozen=True)
class Mark:
    """Something to look at in a cell: its tone, and in words."""

    tone: str
    words: str


@dataclass(frozen=True)
class Cell:
    """A shift as the roster prints it."""

    shift: Shift
    people: str
    marks: list[Mark]


@dataclass(frozen=True)
class Row:
    """A route (or, for shifts without one, an area) and its cells by day."""

    name: str
    note: str
    route: Route | None
    days: list[tuple[date, list[Cell]]]


@dataclass(frozen=True)
class Roster:
    week: Week
    rows: list[Row]
    days: list[tuple[date, str]]
    by_state: dict[str, int]
    warned: int


def read(week: Week, user, *, at: datetime, scope: Q | None = None) -> Roster:
    """The shifts of `user`'s desk in this week, narrowed by `scope` (on the keys of their area)."""
    scope = scope or Q()
    shifts = list(Shift.objects.of_desk(user).filter(scope, starts_at__gte=week.starts_at, starts_at__lt=week.ends_at)
                  .order_by("starts_at", "id"))
    routes = {route.pk: route for route in Route.objects.visible_to(user).filter(scope).select_related("area").defer(
        "area__outline").order_by("area_key", "name", "id")}
    areas = Area.objects.defer("outline").in_bulk({one.area_id for one in shifts if one.route_id is None})
    walkers, spans = _duties(week, user, scope)
    posts = served({person for people in walkers.values() for person, _name in people}, week.monday, week.sunday)
    swapped = set(Swap.objects.open().filter(shift__starts_at__gte=week.starts_at, shift__starts_at__lt=week.ends_at)
                  .values_list("shift_id", flat=True))
    rule, cells, by_state, warned = rules.current(), defaultdict(list), defaultdict(int), 0
    for shift in shifts:
        people = walkers.get(shift.pk, [])
        marks = list(_marks(shift, people, spans, posts, rule, at)) if shift.state != State.CANCELLED else []
        if shift.pk in swapped:
            marks.append(Mark("check", _("A swap is asked for")))
        cells[(shift.route_id, None if shift.route_id else shift.area_id), localdate(shift.starts_at)].append(
            Cell(shift, "、".join(name for _person, name in people), marks))
        by_state[shift.state] += 1
        warned += any(mark.tone == "alert" for mark in marks)
    used = {key for key, _day in cells}
    rows = [Row(route.name, route.area.name, route, _row(week, cells, (pk, None))) for pk, route in routes.items()
            if route.closed_on is None or (pk, None) in used]
    rows += [Row(_("No route"), areas[pk].name, None, _row(week, cells, (None, pk)))
             for route, pk in sorted(used, key=str) if route is None]
    return Roster(week, rows, [(day, special(day)) for day in week.days], dict(by_state), warned)


def _duties(week: Week, user, scope: Q):
    """Who walks what in the week, and when else they walk, wherever that is: one query for both."""
    here = Q(shift__in=Shift.objects.of_desk(user).filter(scope, starts_at__gte=week.starts_at,
                                                          starts_at__lt=week.ends_at))
    people = Duty.objects.filter(here).values("person")
    walkers, spans = defaultdict(list), defaultdict(dict)
    rows = Duty.objects.filter(person__in=people, starts_at__gte=week.starts_at - MARGIN,
                               starts_at__lt=week.ends_at + MARGIN).order_by("id").values_list(
        "shift_id", "person_id", "person__name", "person__username", "starts_at", "shift__ends_at", "shift__state")
    for shift, person, name, username, starts_at, ends_at, state in rows:
        walkers[shift].append((person, name or username))
        if state != State.CANCELLED:
            spans[person][shift] = rest.Span(starts_at, ends_at)
    return walkers, spans


def _marks(shift: Shift, people: list[tuple[int, str]], spans, posts, rule, at: datetime) -> Iterable[Mark]:
    day, span = localdate(shift.starts_at), rest.Span(shift.starts_at, shift.ends_at)
    gone = [name for person, name in people if not serves(posts.get(person, []), day)]
    if shift.state in AHEAD:
        if len(gone) == len(people):
            yield Mark("alert", _("Vacant: nobody serves on that day"))
        else:
            for name in gone:
                yield Mark("alert", _("%(name)s no longer serves") % {"name": name})
        if shift.state == State.PLANNED and shift.starts_at <= at:
            yield Mark("alert", _("Begun and not published"))
    for person, name in people:
        others = [other for key, other in spans[person].items() if key != shift.pk]
        if any(other.starts_at < span.ends_at and span.starts_at < other.ends_at for other in others):
            yield Mark("alert", _("%(name)s walks two at once") % {"name": name})
            continue
        for words in rest.faults(span, others, rule):
            yield Mark("soon", _("%(name)s: %(what)s") % {"name": name, "what": words})


def _row(week: Week, cells, key) -> list[tuple[date, list[Cell]]]:
    return [(day, cells.get((key, day), [])) for day in week.days]
