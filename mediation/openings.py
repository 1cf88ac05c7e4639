"""Who opened a case, when and why (人民调解法 art. 15: what parties say is kept secret; domain.md §4.10: art. 51, 69).

Every opening of the page of a case is on record as `case.opened` with its purpose, once in half an hour for a person,
so that the record stays readable. Whoever handles the case opens it for that; whoever watches over others' work (the
manager, the auditor) says why before the first opening of the day.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.jurisdiction import may, posts_for
from grids.roles import MEDIATORS, Role
from shuangliu import audit
from shuangliu.pages.forms import day_start

from .models import Case

OPENED, REVEALED = "case.opened", "case.revealed"
LOOKS = (OPENED, REVEALED)
AGAIN = timedelta(minutes=30)
TEAM = {Role.MED_CLERK, *MEDIATORS}
HANDLING, OUTLINE = "handling", "outline"  # as they stand in the log


class PurposeWanted(Exception):
    """The reader has not said today why they open this case."""


def note(case: Case, *, by, at: datetime, purpose: str = "") -> None:
    """Put on record that `by` opens the case. Raises PurposeWanted where a purpose has to be said first."""
    mine = _looks_of(case, by, at)
    known = purpose or _standing_purpose(case, by) or _said_today(case, by, at)
    if not known:
        raise PurposeWanted
    if not mine.filter(at__gt=at - AGAIN, purpose=known).exists():
        audit.record(OPENED, case, by=by, at=at, purpose=known)


@transaction.atomic
def open_case(case: Case, *, by, at: datetime, purpose: str) -> None:
    """Say why one opens the case; it holds for the rest of the day."""
    note(case, by=by, at=at, purpose=purpose)


def of(case: Case) -> QuerySet:
    """All openings and reveals of the case, newest first."""
    return audit.history(case).filter(verb__in=LOOKS).order_by("-id")


def told(entries) -> list:
    """The entries, each with `why` in words and whether it showed personal data."""
    for entry in entries:
        entry.why = why(entry.purpose)
        entry.is_reveal = entry.verb == REVEALED
    return list(entries)


def why(purpose: str) -> str:
    """A purpose of the log in words."""
    return {HANDLING: _("Handling of the case"), OUTLINE: _("Outline only")}.get(purpose, purpose)


def _standing_purpose(case: Case, user) -> str:
    """The purpose of those who need not say it: the case's team, and whoever gets to see the outline only."""
    if not may(user, "case.read", case):
        return OUTLINE
    roles = {post.role for post in posts_for(user, "case.read")
             if case.reaches(post) and case.allows("case.read", post)}
    return HANDLING if roles & TEAM else ""


def _said_today(case: Case, user, at: datetime) -> str:
    """What the reader said of this case today; who has done something to it today handles it."""
    if said := _looks_of(case, user, at).exclude(purpose="").order_by("-id").first():
        return said.purpose
    done = audit.history(case).filter(actor_id=user.pk, at__gte=_midnight(at)).exclude(verb__in=LOOKS)
    return HANDLING if done.exists() else ""


def _looks_of(case: Case, user, at: datetime) -> QuerySet:
    return audit.history(case).filter(verb=OPENED, actor_id=user.pk, at__gte=_midnight(at))


def _midnight(at: datetime) -> datetime:
    return day_start(localdate(at))
