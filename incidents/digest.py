"""What the daily digest says of incidents."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from grids.jurisdiction import holds
from shuangliu.notices.digest import capped

from .models import Incident, Move

DORMANT = timedelta(days=7)


def lines(user, at: datetime) -> list[str]:
    """How many wait for `user`: overdue, due today, and those that nobody has touched for days."""
    if not holds(user, "incident.view"):
        return []
    waiting = Incident.objects.waiting_for(user)
    if not waiting.exists():
        return []
    midnight = (localtime(at) + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    touched = Move.objects.filter(incident=OuterRef("pk"), at__gt=at - DORMANT)
    return [_("Incidents: %(waiting)s wait for you, %(overdue)s of them overdue, %(today)s due today, %(dormant)s "
              "without an act for %(days)s days") % {
        "waiting": capped(waiting),
        "overdue": capped(waiting.filter(due_at__lt=at)),
        "today": capped(waiting.filter(due_at__gte=at, due_at__lt=midnight)),
        "dormant": capped(waiting.filter(~Exists(touched))),
        "days": DORMANT.days,
    }]
