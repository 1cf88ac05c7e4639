"""The shifts of now, those first for which somebody has to do something; it keeps itself up to date."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, IntegerField, Q, Value, When
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from grids.jurisdiction import covers, holds, posts_for
from shuangliu.pages import fragments
from shuangliu.pages.access import allows
from shuangliu.privacy.masking import mask_phone
from shuangliu.protection import reveals

from ...models import Duty, Shift
from ...shifts.actions.planning import LONGEST
from ...shifts.states import OPENS_BEFORE, SETTLED_AFTER, State

MOST = 200
ORDER = {State.MISSED: 0, State.STARTED: 2, State.PUBLISHED: 3, State.PARTIAL: 4, State.FINISHED: 5}


@dataclass(frozen=True)
class Row:
    """A shift of now; `skipped` points of which the leader was told, `walkers` with their phones masked."""

    shift: Shift
    skipped: int
    walkers: list[tuple[str, str, str]]  # name, phone, masked
    reveal: object | None
    may_check_in: bool

    @property
    def version(self) -> str:
        one = self.shift
        return fragments.mark_of(one.state, one.visited, self.skipped, one.raised_at, self.walkers, self.reveal)


@require_safe
@allows("shift.view")
def shift_now(request):
    user, at = request.user, now()
    rows = rows_of(user, at)
    mark = fragments.mark_of(user.pk, get_language(), [(row.shift.pk, row.version) for row in rows])
    context = {"rows": rows, "at": at, "mark": mark, "may_reveal": holds(user, "shift.reveal"),
               "bad": sum(bool(row.shift.state == State.MISSED or row.skipped) for row in rows),
               "walking": sum(row.shift.state == State.STARTED for row in rows)}
    if fragments.is_asked(request):
        return fragments.answer(request, "patrol/walks/_now.html", context, mark)
    return reveals.private(render(request, "patrol/walks/shift_now.html", context), any(row.reveal for row in rows))


def rows_of(user, at: datetime) -> list[Row]:
    """Whoever has not come first, then who left points out, then the others by their start."""
    shifts = list(
        Shift.objects.of_desk(user).filter(
            starts_at__gt=at - LONGEST - SETTLED_AFTER, starts_at__lte=at + OPENS_BEFORE,
            ends_at__gte=at - SETTLED_AFTER, state__in=ORDER)
        .annotate(skipped=Count("stops", filter=Q(stops__visited_at=None, stops__alerted_at__isnull=False)),
                  rank=Case(*(When(state=state, then=Value(rank)) for state, rank in ORDER.items()),
                            output_field=IntegerField()))
        .select_related("route", "area", "leader").defer("area__outline").order_by("starts_at", "pk")[:MOST])
    shifts.sort(key=lambda one: 1 if one.skipped and one.state == State.STARTED else one.rank)
    open_now = reveals.open_among(user, shifts, at)
    people: dict[int, list] = {}
    for duty in Duty.objects.filter(shift__in=[one.pk for one in shifts]).select_related("person"):
        phone = duty.person.phone
        shown = phone if duty.shift_id in open_now else ""
        people.setdefault(duty.shift_id, []).append((duty.person.name, shown, mask_phone(phone)))
    desks = posts_for(user, "shift.check-in")
    return [Row(one, one.skipped, people.get(one.pk, []), open_now.get(one.pk),
                any(covers(post, one.area_key) for post in desks))
            for one in shifts]
