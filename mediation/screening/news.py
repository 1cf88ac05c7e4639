"""Who is told what of screening and of warning levels. What is told names the point and a day, and no dispute."""

from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import Seat, holders
from grids.roles import Role
from mediation.models import Mediator
from shuangliu import notices

from .models import PointWarning, Screening

STATION, CLERK, MANAGER = Seat(Role.WORKSTATION), Seat(Role.MED_CLERK), Seat(Role.CENTER_MANAGER)
DUE_SOON, MISSED, FOUND, RAISED = "screening.due_soon", "screening.missed", "screening.found", "warning.raised"
KINDS = {
    DUE_SOON: _("A screening is due soon"),
    MISSED: _("A screening was not done"),
    FOUND: _("Screening found disputes, please register them"),
    RAISED: _("The warning level of a point has risen"),
}


def name_kinds() -> None:
    for kind, words in KINDS.items():
        notices.kind(kind, words)


def remind(screening: Screening, *, at: datetime) -> None:
    """The mediators of the organisation that screens, as far as they have an account, and the workstation."""
    mediators = Mediator.objects.active().filter(org=screening.point.org, user__is_active=True)
    _tell(DUE_SOON, screening, at=at, users=set(mediators.values_list("user_id", flat=True)), seats={STATION})


def missed(screening: Screening, *, at: datetime) -> None:
    _tell(MISSED, screening, at=at, seats={MANAGER})


def found(screening: Screening, *, by, at: datetime) -> None:
    _tell(FOUND, screening, at=at, seats={CLERK}, without={by.pk})


def raised(warning: PointWarning, *, at: datetime) -> None:
    """To the managers of the point's centre and of the county's."""
    seated = holders(warning.point.area.key, {MANAGER}, localdate(at))
    notices.tell_each(
        [notices.Audience(RAISED, {one.user_id for one in seated}, areas={one.area_id for one in seated})],
        matter=warning, text=f"{warning.point.name} · {warning.get_level_display()}",
        url=reverse("mediation:point-detail", args=[warning.pk]), at=at)


def _tell(kind: str, screening: Screening, *, at: datetime, seats: set[Seat], users: set[int] = frozenset(),
          without: set[int] = frozenset()) -> None:
    seated = holders(screening.area_key, seats, localdate(at))
    last_day = date_format(screening.ends_on, "Y-m-d")
    url = screening.point.plan.get_absolute_url() if kind == MISSED else screening.get_absolute_url()
    if kind == FOUND:
        url = reverse("mediation:screening-list") + "?tab=found"
    notices.tell_each(
        [notices.Audience(kind, (users | {one.user_id for one in seated}) - without,
                          areas={one.area_id for one in seated})],
        matter=screening, text=f"{screening.point.name}\n{last_day}", url=url, at=at)
