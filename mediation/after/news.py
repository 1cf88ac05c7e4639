"""Who is told that something after the end is due: the mediator or the clerk, and late the manager.

What is told names the number of the case and the time, as mediation/news.py does.
"""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import holders
from shuangliu import notices
from shuangliu.deadlines.models import Step

from ..models.limits import Kind
from ..news import CLERK, MANAGER
from .models import Duty
from .models.duty import OF_MEDIATOR

WORDS = {
    (Kind.SIGN, Step.WARNED): _("An agreement waits for signatures"),
    (Kind.SIGN, Step.OVERDUE): _("An agreement is still not signed"),
    (Kind.PERFORM, Step.WARNED): _("A performance is due soon"),
    (Kind.PERFORM, Step.OVERDUE): _("The day of a performance is over: kept or not?"),
    (Kind.CONFIRM, Step.WARNED): _("The thirty days for judicial confirmation are nearly over"),
    (Kind.FOLLOW_UP, Step.WARNED): _("A follow-up is due soon"),
    (Kind.FOLLOW_UP, Step.OVERDUE): _("A follow-up is overdue"),
    (Kind.ARCHIVE, Step.WARNED): _("A dossier has to be filed soon"),
    (Kind.ARCHIVE, Step.OVERDUE): _("A dossier has not been filed in time"),
}
RAISED = "duty.raised"


def name_kinds() -> None:
    """Tell the notices what can be told of duties."""
    for (kind, step), words in WORDS.items():
        notices.kind(f"duty.{kind}_{step}", words)
    notices.kind(RAISED, _("Something after mediation is long overdue"))


def tell(duty: Duty, step: str, *, at: datetime) -> None:
    """Tell of a step of the clock, in its transaction. Performances also reach the clerk, who has the parties on the
    phone."""
    users, seats = set(), set()
    kind = RAISED if step == Step.RAISED else f"duty.{duty.kind}_{step}"
    if step == Step.RAISED:
        seats = {MANAGER}
    elif (duty.kind, step) not in WORDS:
        return
    else:
        mediator = duty.mediator.user_id if duty.kind in OF_MEDIATOR else None
        users = {mediator} if mediator else set()
        seats = {CLERK} if mediator is None or duty.kind == Kind.PERFORM else set()
    users |= {holder.user_id for holder in holders(duty.area_key, seats, localdate(at)) if holder.sits(seats)}
    notices.tell(users, kind, matter=duty.case, text=notices.about(duty.case.number, duty.due_at),
                 url=duty.get_absolute_url(), at=at, urgent=step != Step.WARNED)
