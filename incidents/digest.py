"""What the daily digest says of incidents."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from grids.jurisdiction import holds
from shuangliu.notices.digest import capped
from shuangliu.pages.forms import midnight_after

from .models import Incident


def lines(user, at: datetime) -> list[str]:
    """How many wait for `user`: overdue, due today, and those that nobody has touched for days."""
    if not holds(user, "incident.view"):
        return []
    waiting = Incident.objects.waiting_for(user)
    if not waiting.exists():
        return []
    midnight = midnight_after(at)
    return [_("Incidents: %(waiting)s wait for you, %(overdue)s of them overdue, %(today)s due today, %(dormant)s "
              "without an act for %(days)s days") % {
        "waiting": capped(waiting),
        "overdue": capped(waiting.filter(due_at__lt=at)),
        "today": capped(waiting.filter(due_at__gte=at, due_at__lt=midnight)),
        "dormant": capped(waiting.dormant(at)),
        "days": settings.INCIDENT_DORMANT_DAYS,
    }]
