"""What the daily digest says of mediation cases."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.jurisdiction import holds
from shuangliu.notices.digest import capped
from shuangliu.pages.forms import midnight_after

from .models import Case, Duty, MeetingDecision, Session
from .screening.models import Screening

DORMANT = timedelta(days=10)


def lines(user, at: datetime) -> list[str]:
    """How many wait for `user`: cases overdue, due today, those with a mediator where nobody has met for days; what is
    due after mediation, of joint meetings, and of screening."""
    return [line for act, lines_of in PARTS for line in (lines_of(user, at) if holds(user, act) else [])]


def _decisions(user, at: datetime) -> list[str]:
    due = MeetingDecision.objects.waiting_for(user).filter(due_at__lt=midnight_after(at))
    if not due.exists():
        return []
    return [_("Decisions of joint meetings: %(overdue)s overdue, %(today)s due today") % {
        "overdue": capped(due.filter(due_at__lt=at)), "today": capped(due.filter(due_at__gte=at))}]


def _screenings(user, at: datetime) -> list[str]:
    today = localdate(at)
    due, undone = Screening.objects.to_do(user, today), Screening.objects.undone(user, today)
    if not (due.exists() or undone.exists()):
        return []
    return [_("Screening for disputes: %(due)s due, %(undone)s not done in time") % {
        "due": capped(due), "undone": capped(undone)}]


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


PARTS = (("case.view", _cases), ("duty.view", _duties), ("meeting.edit", _decisions), ("screening.view", _screenings))
