"""Resetting a warning by hand: with a reason, until a day, and never to a level that somebody chooses."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from .models import PointWarning, WarningChange
from .models.warnings import Why
from .rule import Level

LONGEST = timedelta(days=30)


class WarningMoved(Conflict):
    """There is no warning to reset, or it is reset already."""


def check(warning: PointWarning) -> None:
    """Raises WarningMoved where no warning is shown."""
    if warning.level == Level.NONE:
        raise WarningMoved(_("There is no warning at this point now."), matter=warning.point.plan)


@transaction.atomic
def reset_warning(warning: PointWarning, *, by, at: datetime, reason: str, until: date) -> None:
    """Show no warning until the end of a day. It comes back by itself then, and before when the rule would reach a
    higher level than the one that is reset. Raises WarningMoved."""
    check(warning)
    shown = PointWarning.objects.filter(pk=warning.pk, level=warning.level, reset_until=None)
    if not shown.update(level=Level.NONE, since=at, reset_until=until, reset_over=warning.level):
        raise WarningMoved(_("The warning has changed meanwhile."), matter=warning.point.plan)
    WarningChange.objects.create(
        point=warning.point, at=at, old=warning.level, new=Level.NONE, why=Why.RESET, counts=warning.counts,
        rule=warning.rule, by=by, reason=reason, until=until)
    audit.record("warning.reset", warning.point.plan, by=by, at=at, level=warning.level, until=str(until),
                 reason=reason)
    warning.refresh_from_db()
