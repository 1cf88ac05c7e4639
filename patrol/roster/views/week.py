"""The roster of one week, and its publication."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db.models import Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from grids.jurisdiction import holds, posts_for
from grids.models import Area
from shuangliu.pages.access import allows

from ...shifts.states import State
from .. import actions
from ..forms import KeepForm
from ..reading import read
from ..weeks import Week


@require_safe
@allows("shift.view")
def roster(request):
    """`?week=2026-W11` (this week unless given), `?area=` the code of one below theirs."""
    user, at, week = request.user, now(), week_of(request.GET)
    areas = list(Area.objects.filter(parent__in=[post.area for post in posts_for(user, "shift.view")], valid_to=None)
                 .order_by("key").values_list("code", "name", "level", "key"))
    chosen = next((one for one in areas if one[0] == request.GET.get("area")), None)
    scope = Q(**{f"{chosen[2]}_key": chosen[3]}) if chosen else None
    found = read(week, user, at=at, scope=scope)
    may_plan = holds(user, "shift.plan")
    return render(request, "patrol/roster/roster.html", {
        "roster": found, "week": week, "today": localdate(at), "areas": areas, "chosen": chosen and chosen[0],
        "planned": found.by_state.get(State.PLANNED, 0), "states": [
            (State(name).label, count) for name, count in found.by_state.items()],
        "may_plan": may_plan and not week.is_over, "may_keep": may_plan, "keep": KeepForm(),
        "may_publish": holds(user, "shift.publish") and actions.to_publish(week, user, at).exists(),
        "printed": at, "shifts_url": reverse("patrol:shift-list")})


@require_POST
@allows("shift.publish")
def roster_publish(request):
    """All of the week that is planned and has not begun."""
    week = week_of(request.POST)
    count = actions.publish_week(week, by=request.user, at=now())
    if count:
        messages.success(request, _("%(n)d shifts are published.") % {"n": count})
    else:
        messages.info(request, _("Nothing was left to publish."))
    return redirect(url_of(week))


def week_of(given) -> Week:
    """Raises BadRequest for a week that is none."""
    name = given.get("week")
    try:
        return Week.named(name) if name else Week.of(localdate())
    except ValueError as error:
        raise BadRequest("no such week") from error


def url_of(week: Week) -> str:
    return f"{reverse('patrol:roster')}?{urlencode({'week': week})}"
