"""What a major dispute asks for beyond the others."""

import uuid as uuids
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu import audit, deadlines
from shuangliu.deadlines import Limit, Unit
from shuangliu.pages.forms import day_start

from .. import news
from ..actions.moving import CaseMoved, Refused, keep, start_clock, stay
from ..models.cases import Case
from ..models.limits import Kind
from ..states import IN_HAND, Act
from ..timing.actions import limit_of
from .models import FiveOnes, MajorMark, ProgressNote, SupervisionOrder
from .rules import is_major

CLOCK = "reply"  # on the order, not on its case: it runs on when mediation ends
INSTANT = timedelta.resolution

@transaction.atomic
def mark_major(case: Case, *, by, at: datetime, reason: str, uuid: uuids.UUID | None = None) -> None:
    """The county treats it as major although it is small. Raises CaseMoved."""
    if is_major(case) and not case.majormarks.filter(uuid=uuid).exists():
        raise CaseMoved(_("This is a major dispute already."), matter=case)
    _row, is_new = keep(MajorMark, case, Act.MARK_MAJOR, by=by, at=at, uuid=uuid, reason=reason)
    if is_new:
        if case.state in IN_HAND:
            start_clock(case, Kind.PROGRESS, at=at)
        audit.record("case.marked_major", case, by=by, at=at, why=reason)
        news.tell(case, "mark-major", by=by, at=at)


@transaction.atomic
def write_five_ones(case: Case, *, by, at: datetime, **parts: str) -> None:
    """One problem, leader, plan, team and follow-through, as far as they are known. Raises CaseMoved."""
    stay(case, Act.FIVE_ONES)
    if not is_major(case):
        raise CaseMoved(_("Only a major dispute needs the five ones."), matter=case)
    written, _is_new = FiveOnes.objects.update_or_create(case=case,
                                                         defaults={**parts, "changed_at": at, "changed_by": by})
    audit.record("case.five_ones_written", case, by=by, at=at, missing=len(written.missing))


@transaction.atomic
def note_progress(case: Case, *, by, at: datetime, text: str, next_step: str, uuid: uuids.UUID | None = None) -> None:
    """How far it has come; the next note is due a week later. Raises CaseMoved."""
    _row, is_new = keep(ProgressNote, case, Act.PROGRESS, by=by, at=at, uuid=uuid, text=text, next_step=next_step)
    if not is_new:
        return
    if not is_major(case):
        raise CaseMoved(_("Only a major dispute is reported weekly."), matter=case)
    deadlines.stop(case, at=at, kind=Kind.PROGRESS)
    start_clock(case, Kind.PROGRESS, at=at)
    audit.record("case.progress_noted", case, by=by, at=at)


@transaction.atomic
def supervise_case(case: Case, *, by, at: datetime, text: str, reply_by: date, uuid: uuids.UUID | None = None) -> None:
    """Ask for a report by a day, to which a clock runs. Raises CaseMoved, Refused."""
    if reply_by < localdate(at):
        raise Refused(_("This day is over."), field="reply_by")
    if case.supervisionorders.filter(replied_at=None).exclude(uuid=uuid).exists():
        raise CaseMoved(_("An order waits for its reply already."), matter=case)
    order, is_new = keep(SupervisionOrder, case, Act.SUPERVISE, by=by, at=at, uuid=uuid, text=text, reply_by=reply_by)
    if is_new:
        _start_clock(order, at=at)
        audit.record("case.supervised", case, by=by, at=at, reply_by=reply_by)
        news.tell(case, "supervise", by=by, at=at)


def _start_clock(order: SupervisionOrder, *, at: datetime) -> None:
    """It warns at the points at which the case does. What is due today counts as asked yesterday: a limit has one day
    at least."""
    since = min(at, day_start(order.reply_by) - INSTANT)
    days = (order.reply_by - localdate(since)).days
    limit = Limit(days, Unit.NATURAL_DAYS, limit_of(order.case).limit.warn_days)
    deadlines.start(order, CLOCK, limit=limit, at=since, area_key=order.case.area_key)


@transaction.atomic
def reply_to_order(case: Case, *, by, at: datetime, reply: str) -> None:
    """Answer the order that waits. Raises CaseMoved."""
    stay(case, Act.REPLY)
    order = case.supervisionorders.filter(replied_at=None).first()
    if order is None:
        raise CaseMoved(_("No order waits for a reply."), matter=case)
    deadlines.stop(order, at=at)
    order.reply, order.replied_at, order.replied_by = reply, at, by
    order.save(update_fields=["reply", "replied_at", "replied_by"])
    audit.record("case.order_answered", case, by=by, at=at)
    news.tell_users(case, "order_answered", {order.by_id}, by=by, at=at)
