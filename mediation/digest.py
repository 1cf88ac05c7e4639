"""What the daily digest says of mediation cases."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from grids.jurisdiction import holds
from shuangliu.notices.digest import capped

from .models import Case, Session

DORMANT = timedelta(days=10)


def lines(user, at: datetime) -> list[str]:
    """How many wait for `user`: overdue, due today, and those with a mediator where nobody has met for days."""
    if not holds(user, "case.view"):
        return []
    waiting = Case.objects.waiting_for(user)
    if not waiting.exists():
        return []
    midnight = (localtime(at) + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    met = Session.objects.filter(case=OuterRef("pk"), held_at__gt=at - DORMANT)
    return [_("Mediation cases: %(waiting)s wait for you, %(overdue)s of them overdue, %(today)s due today, "
              "%(dormant)s without a meeting for %(days)s days") % {
        "waiting": capped(waiting),
        "overdue": capped(waiting.filter(due_at__lt=at)),
        "today": capped(waiting.filter(due_at__gte=at, due_at__lt=midnight)),
        "dormant": capped(waiting.filter(~Exists(met), assigned_at__lt=at - DORMANT)),
        "days": DORMANT.days,
    }]
