"""What the daily digest says of mediation cases."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from grids.jurisdiction import holds
from shuangliu.notices.digest import capped

from .after.models.duty import midnight_after
from .models import Case, Duty, Session

DORMANT = timedelta(days=10)


def lines(user, at: datetime) -> list[str]:
    """How many wait for `user`: overdue, due today, those with a mediator where nobody has met for days; and what is
    due after mediation."""
    if not holds(user, "case.view"):
        return []
    return [*_cases(user, at), *_duties(user, at)]


def _duties(user, at: datetime) -> list[str]:
    waiting = Duty.objects.waiting_for(user).filter(due_at__lt=midnight_after(at))
    if not waiting.exists():
        return []
    return [_("After mediation: %(overdue)s overdue, %(today)s due today") % {
        "overdue": capped(waiting.overdue(at)), "today": capped(waiting.today(at))}]


def _cases(user, at: datetime) -> list[str]:
    waiting = Case.objects.waiting_for(user)
    if not waiting.exists():
        return []
    midnight = midnight_after(at)
    met = Session.objects.filter(case=OuterRef("pk"), held_at__gt=at - DORMANT)
    return [_("Mediation cases: %(waiting)s wait for you, %(overdue)s of them overdue, %(today)s due today, "
              "%(dormant)s without a meeting for %(days)s days") % {
        "waiting": capped(waiting),
        "overdue": capped(waiting.filter(due_at__lt=at)),
        "today": capped(waiting.filter(due_at__gte=at, due_at__lt=midnight)),
        "dormant": capped(waiting.filter(~Exists(met), assigned_at__lt=at - DORMANT)),
        "days": DORMANT.days,
    }]
