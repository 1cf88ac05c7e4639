"""质检. Which tickets are listened to again is drawn, and what was found is told to whose work it was."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict
from shuangliu.pages.forms import day_start

from ..models import QualityCheck, Ticket
from ..states import State

AT_LEAST = 2  # of each agent: one ticket says nothing about anybody
ENDED = (State.ANSWERED, State.CLOSED)


def draw(day: date) -> int:
    """Draw from the tickets answered or closed on `day`, HOTLINE_QUALITY_PERCENT of each agent's. Nobody can foresee
    or choose which: the lot is in the ticket's uuid. A day is drawn once; returns how many."""
    if QualityCheck.objects.filter(day=day).exists():
        return 0
    ended = Ticket.objects.filter(closed_at__gte=day_start(day), closed_at__lt=day_start(day + timedelta(days=1)),
                                  state__in=ENDED, taken_by__isnull=False, quality_check=None)
    of_agent = defaultdict(list)
    for pk, uuid, agent in ended.values_list("pk", "uuid", "taken_by"):
        of_agent[agent].append((sha256(uuid.bytes).digest(), pk))
    checks = [QualityCheck(ticket_id=pk, agent_id=agent, day=day)
              for agent, lots in of_agent.items() for _lot, pk in sorted(lots)[:_share(len(lots))]]
    # Drawn by two workers at once, it is the same draw.
    QualityCheck.objects.bulk_create(checks, ignore_conflicts=True)
    return len(checks)


@transaction.atomic
def note(check: QualityCheck, *, by, at: datetime, result: str, points: list[str] = (), words: str = "") -> None:
    """What was found. Raises Conflict when it has been noted already, or it is one's own work."""
    if check.agent_id == by.pk:
        raise Conflict(_("Nobody checks their own work."), matter=check.ticket)
    noted = QualityCheck.objects.filter(pk=check.pk, result="").update(
        result=result, points=list(points), words=words, by=by, at=at)
    if not noted:
        raise Conflict(_("Somebody has noted the result already."), matter=check.ticket)
    audit.record("quality.noted", check.ticket, by=by, at=at, result=result, points=list(points))
    check.refresh_from_db()


def _share(ended: int) -> int:
    return max(AT_LEAST, -(-ended * settings.HOTLINE_QUALITY_PERCENT // 100))
