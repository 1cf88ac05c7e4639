"""What people ask about their own data (PIPL art. 44-50), as work for the hotline's supervisor.

Answered within 15 working days. Nothing is deleted by itself: what the law wants kept is kept and used no more
(art. 47), and a person decides which is which.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import Seat, holders
from grids.roles import Role
from hotline.models import SubjectRequest, Ticket
from shuangliu import audit, deadlines, notices
from shuangliu.deadlines import Limit, Unit
from shuangliu.pages.conflict import Conflict

ANSWER = "subject"
LIMIT = Limit(15, Unit.WORKING_DAYS)  # domain.md §7 rule 9
NEWS = "subject.asked"


def name_kinds() -> None:
    notices.kind(NEWS, _("Somebody asks about their own data"))


@transaction.atomic
def ask(*, at: datetime, uuid: UUID, kind: str, area_key: int, ticket: Ticket | None = None, phone: str = "",
        text: str = "") -> tuple[SubjectRequest, bool]:
    """The request, and whether it is new: the same form sent twice asks once."""
    made, is_new = SubjectRequest.objects.get_or_create(uuid=uuid, defaults={
        "kind": kind, "ticket": ticket, "phone": phone, "text": text, "area_key": area_key, "at": at})
    if is_new:
        clock = deadlines.start(made, ANSWER, limit=LIMIT, at=at)
        SubjectRequest.objects.filter(pk=made.pk).update(due_at=clock.due_at)
        made.due_at = clock.due_at
        audit.record("subject.asked", made, by=None, at=at, kind=kind)
        _tell(made, at)
    return made, is_new


@transaction.atomic
def answer(asked: SubjectRequest, *, by, at: datetime, answer: str) -> None:
    """What was done, or why not. Raises Conflict when somebody was faster."""
    done = SubjectRequest.objects.filter(pk=asked.pk, answered_at=None).update(
        answer=answer, answered_at=at, answered_by=by)
    if not done:
        raise Conflict(_("Somebody has answered this already."), matter=asked)
    deadlines.stop(asked, at=at)
    audit.record("subject.answered", asked, by=by, at=at)


def strike(asked: SubjectRequest, *, step: str, at: datetime) -> None:
    """Its clock says that the time runs out, or is over: the supervisor hears of it again."""
    if SubjectRequest.objects.filter(pk=asked.pk, answered_at=None).update(alert=step):
        _tell(asked, at)


def _tell(asked: SubjectRequest, at: datetime) -> None:
    users = {holder.user_id for holder in holders(asked.area_key, (Seat(Role.HOTLINE_LEAD),), localdate(at))}
    notices.tell(sorted(users), NEWS, matter=asked, text=f"{asked.number} {asked.get_kind_display()}",
                 url=asked.get_absolute_url(), at=at)
