"""What a week could be filled with: looked at first, then planned. From the week before, or from a template."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch
from django.utils.timezone import get_default_timezone, localdate, localtime
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.accounts.models import User

from ..shifts import actions, rest, rules
from ..shifts.models import Duty, Route, Shift
from ..shifts.people import served, serves
from .models import RosterTemplate, TemplateLine
from .weeks import DAY, Week, special


@dataclass
class Proposal:
    """A shift that could be planned. `stays_out` says why it cannot, `dropped` who does not come along, `warnings`
    what must have a reason, `notes` what one should know."""

    route: Route
    starts_at: datetime
    ends_at: datetime
    people: list
    with_police: bool = False
    note: str = ""
    stays_out: str = ""
    dropped: list = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def span(self) -> rest.Span:
        return rest.Span(self.starts_at, self.ends_at)

    @property
    def day(self) -> date:
        return localdate(self.starts_at)


def of_week_before(week: Week, user, *, at: datetime) -> list[Proposal]:
    """The shifts along a route of the week before, seven days later; what was cancelled is not repeated."""
    source = week.before
    duties = Prefetch("duties", Duty.objects.select_related("person").order_by("id"))
    shifts = Shift.objects.of_desk(user, "shift.plan").filter(
        starts_at__gte=source.starts_at, starts_at__lt=source.ends_at, route__isnull=False,
    ).exclude(state="cancelled").select_related("route").prefetch_related(duties).order_by("starts_at", "id")
    return looked_at([Proposal(one.route, one.starts_at + 7 * DAY, one.ends_at + 7 * DAY,
                               [duty.person for duty in one.duties.all()], one.with_police, one.note)
                      for one in shifts], week, at=at)


def of_template(template: RosterTemplate, week: Week, *, at: datetime) -> list[Proposal]:
    people = Prefetch("people", User.objects.order_by("id"))
    lines = template.lines.select_related("route").prefetch_related(people).order_by("weekday", "starts", "id")
    return looked_at([_of_line(line, week) for line in lines], week, at=at)


def looked_at(proposals: list[Proposal], week: Week, *, at: datetime) -> list[Proposal]:
    """Each with why it stays out, who drops out and what is to be warned of: what `plan` would say, and more, in a
    few queries for all."""
    people = {one.pk for proposal in proposals for one in proposal.people}
    posts = served(people, week.monday, week.sunday)
    walks, there = _walks(people, week), _there(proposals, week)
    rule = rules.current()
    for one in proposals:
        key = (one.route.pk, one.starts_at)
        one.dropped = [person for person in one.people if not serves(posts.get(person.pk, []), one.day)]
        one.people = [person for person in one.people if person not in one.dropped]
        one.stays_out = _why_not(one, key in there, walks, at)
        if one.stays_out:
            continue
        for person in one.people:
            one.warnings += [_("%(name)s: %(what)s") % {"name": person, "what": words}
                             for words in rest.faults(one.span, walks[person.pk], rule)]
            walks[person.pk].append(one.span)
        one.notes = [_("%(name)s no longer serves") % {"name": person} for person in one.dropped]
        if special(one.day) == "holiday":
            one.notes.append(_("A holiday"))
        there.add(key)
    return proposals


def carry_out(proposals: Iterable[Proposal], *, by, at: datetime, rest_reason: str = "") -> tuple[int, int]:
    """Plan what can be planned: how many, and how many stayed out. One with warnings needs the reason."""
    made = left = 0
    for one in proposals:
        if one.stays_out or (one.warnings and not rest_reason):
            left += 1
            continue
        try:
            with transaction.atomic():
                actions.plan(by=by, at=at, route=one.route, starts_at=one.starts_at, ends_at=one.ends_at,
                             people=one.people, with_police=one.with_police, note=one.note,
                             rest_reason=rest_reason if one.warnings else "")
            made += 1
        except ValidationError:  # somebody was planned meanwhile
            left += 1
    return made, left


@transaction.atomic
def keep_as_template(week: Week, *, by, at: datetime, name: str, area) -> RosterTemplate:
    """The week as it is becomes a template: its shifts along routes, but for those that were cancelled."""
    template = RosterTemplate.objects.create(name=name, area=area, area_key=area.key)
    duties = Prefetch("duties", Duty.objects.order_by("id"))
    shifts = Shift.objects.filter(
        area_key__gte=area.low, area_key__lt=area.high, starts_at__gte=week.starts_at, starts_at__lt=week.ends_at,
        route__closed_on=None, route__isnull=False).exclude(state="cancelled").prefetch_related(duties)
    seen = set()
    for shift in shifts.order_by("starts_at", "id"):
        start, end = localtime(shift.starts_at), localtime(shift.ends_at)
        key = (start.isoweekday(), start.time(), shift.route_id)
        if key not in seen and start.time() != end.time():
            seen.add(key)
            line = TemplateLine.objects.create(template=template, weekday=key[0], starts=key[1], ends=end.time(),
                                               route_id=key[2], with_police=shift.with_police)
            line.people.set([duty.person_id for duty in shift.duties.all()])
    audit.record("template.make", template, by=by, at=at, lines=len(seen), week=str(week))
    return template


def _of_line(line: TemplateLine, week: Week) -> Proposal:
    day = week.monday + (line.weekday - 1) * DAY
    last = day if line.starts < line.ends else day + DAY
    return Proposal(line.route, _at(day, line.starts), _at(last, line.ends), list(line.people.all()),
                    line.with_police)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, get_default_timezone())


def _why_not(one: Proposal, is_there: bool, walks, at: datetime) -> str:
    if one.starts_at <= at:
        return _("It would lie in the past")
    if one.route.closed_on is not None:
        return _("The route is given up")
    if is_there:
        return _("It is on the roster already")
    if not one.people:
        return _("Nobody of them serves any more")
    for person in one.people:
        if any(span.starts_at < one.ends_at and one.starts_at < span.ends_at for span in walks[person.pk]):
            return _("%(name)s walks another shift then") % {"name": person}
    return ""


def _walks(people: set[int], week: Week) -> dict[int, list[rest.Span]]:
    """When they walk already, a day before and after the week too."""
    walks = {pk: [] for pk in people}
    duties = Duty.objects.filter(person__in=people, starts_at__gte=week.starts_at - DAY,
                                 starts_at__lt=week.ends_at + DAY).exclude(shift__state="cancelled")
    for person, *span in duties.values_list("person_id", "starts_at", "shift__ends_at"):
        walks[person].append(rest.Span(*span))
    return walks


def _there(proposals: list[Proposal], week: Week) -> set[tuple[int, datetime]]:
    """What is on the roster of the week already, by route and start."""
    return set(Shift.objects.filter(
        route__in={one.route.pk for one in proposals}, starts_at__gte=week.starts_at,
        starts_at__lt=week.ends_at).exclude(state="cancelled").values_list("route_id", "starts_at"))
