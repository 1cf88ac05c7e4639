"""What becomes of an item: performed, not kept, urged, waived; and a wrong tick put right."""

import uuid as uuids
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import attachments, audit

from ... import news
from ...actions.moving import CaseMoved
from ...models import Case, Round
from ...states import Act
from .. import duties
from ..holding import agreed_round
from ..models import Performance, PerformanceStep
from ..models.performance import OPEN, Due, What
from .owing import note_step


@transaction.atomic
def perform_item(case: Case, *, by, at: datetime, item: Performance, on: date, note: str = "",
                 draft: uuids.UUID | None = None) -> None:
    """It was done, on this day; late performance counts too. `draft` holds the receipt. Raises CaseMoved."""
    one = _change(case, Act.PERFORM, item, OPEN, Due.PERFORMED, done_on=on)
    duties.close(_duties(one, item), at=at)
    if draft is not None:
        attachments.claim(draft, item, by=by)
    _tell(case, item, What.PERFORMED, one, by=by, at=at, on=on, note=note)


@transaction.atomic
def breach_item(case: Case, *, by, at: datetime, item: Performance, on: date, note: str) -> None:
    """It is not kept, since this day. What follows is for people to choose: urge, mediate again, tell the ways to court
    (人民调解法 art. 31–33). The case stays settled. Raises CaseMoved."""
    one = _change(case, Act.BREACH, item, [Due.OWED], Due.BREACHED, broken_on=on)
    duties.press(item, one, at=at)
    _tell(case, item, What.BREACHED, one, by=by, at=at, on=on, note=note)
    news.tell(case, "breach", by=by, at=at)


@transaction.atomic
def waive_item(case: Case, *, by, at: datetime, item: Performance, note: str) -> None:
    """Whom it is owed to does without it. It counts in no rate. Raises CaseMoved."""
    one = _change(case, Act.WAIVE, item, OPEN, Due.WAIVED)
    duties.close(_duties(one, item), at=at, is_void=True)
    _tell(case, item, What.WAIVED, one, by=by, at=at, on=localdate(at), note=note)


@transaction.atomic
def undo_item(case: Case, *, by, at: datetime, item: Performance, note: str) -> None:
    """A wrong tick is put right: the item is owed again. What was recorded stays in its history. Raises CaseMoved."""
    done = [Due.PERFORMED, Due.BREACHED, Due.WAIVED]
    one = _change(case, Act.UNDO, item, done, Due.OWED, done_on=None, broken_on=None)
    duties.close(_duties(one, item), at=at, is_void=True)
    if one.effective_at is not None:
        duties.fall_due(item, one, at=at)
    _tell(case, item, What.UNDONE, one, by=by, at=at, on=localdate(at), note=note)


@transaction.atomic
def urge_item(case: Case, *, by, at: datetime, item: Performance, note: str, uuid: uuids.UUID) -> None:
    """The party was reminded of what it owes (art. 31). The same `uuid` again changes nothing. Raises CaseMoved."""
    _only_told(case, Act.URGE, item, What.URGED, by=by, at=at, note=note, uuid=uuid)


@transaction.atomic
def counsel_item(case: Case, *, by, at: datetime, item: Performance, note: str, uuid: uuids.UUID) -> None:
    """The parties were told that they may sue over the agreement or, where it was confirmed, apply for enforcement
    (art. 32, 33). The committee can do no more about it. The same `uuid` again changes nothing. Raises CaseMoved."""
    one = _only_told(case, Act.COUNSEL, item, What.COUNSELLED, by=by, at=at, note=note, uuid=uuid)
    duties.close(_duties(one, item), at=at)


def _only_told(case: Case, act: Act, item: Performance, what: What, *, by, at: datetime, note: str,
               uuid: uuids.UUID) -> Round:
    one = agreed_round(case, act)
    if PerformanceStep.objects.filter(uuid=uuid).exists():
        return one
    if not Performance.objects.filter(pk=item.pk, round=one, state__in=OPEN).exists():
        raise _moved(case)
    note_step(item, what, on=localdate(at), by=by, at=at, note=note, uuid=uuid)
    audit.record(f"case.{what}", case, by=by, at=at, item=item.pk)
    return one


def _change(case: Case, act: Act, item: Performance, before: list, after: Due, **days) -> Round:
    """To the new state, if the item is of the round in force and in one of the states `before`. Raises CaseMoved."""
    one = agreed_round(case, act)
    if not Performance.objects.filter(pk=item.pk, round=one, state__in=before).update(state=after, **days):
        raise _moved(case)
    item.refresh_from_db()
    return one


def _tell(case: Case, item: Performance, what: What, one: Round, *, by, at: datetime, on: date, note: str) -> None:
    """Into the history of the item and of the case; the follow-up comes after the last performance."""
    note_step(item, what, on=on, by=by, at=at, note=note)
    duties.plan_follow_up(one, at=at)
    audit.record(f"case.{what}", case, by=by, at=at, item=item.pk, on=on)


def _duties(one: Round, item: Performance):
    return duties.of(one).filter(performance=item)


def _moved(case: Case) -> CaseMoved:
    return CaseMoved(_("This item has been dealt with meanwhile."), matter=case)
