"""Asking the parties afterwards."""

import uuid as uuids
from datetime import datetime

from django.db import transaction

from shuangliu import audit

from ... import news
from ...models import Case, Party, Round
from ...models.limits import Kind
from ...states import Act
from .. import duties
from ..holding import hold
from ..models import FollowUp
from ..models.follow_up import Answer, Kept

TRIES = 3  # in vain, and a party need not be looked for any longer


@transaction.atomic
def follow_up_case(case: Case, *, by, at: datetime, uuid: uuids.UUID, party: Party | None, way: str, made_at: datetime,
                   answer: str, kept: str = "", has_sued: bool = False, is_wrong: bool = False,
                   may_escalate: bool = False, note: str = "", own_reason: str = "") -> None:
    """One attempt to ask one party. The follow-up is done when each side was asked, or looked for three times in vain.
    The same `uuid` sent again changes nothing. Raises CaseMoved."""
    hold(case, Act.FOLLOW_UP)
    one = case.rounds.order_by("-number").first()
    made, is_new = FollowUp.objects.get_or_create(uuid=uuid, defaults={
        "case": case, "round": one, "area_key": case.area_key, "party": party, "way": way, "made_at": made_at,
        "answer": answer, "kept": kept, "has_sued": has_sued, "is_wrong": is_wrong, "may_escalate": may_escalate,
        "note": note, "own_reason": own_reason, "by": by, "recorded_at": at})
    if not is_new:
        return
    if is_done(case, one):
        duties.close(duties.of(one, Kind.FOLLOW_UP), at=at)
    audit.record("case.followed_up", case, by=by, at=at, way=way, reached=made.was_reached)
    if made.alarms or kept == Kept.BROKEN:
        news.tell(case, "alarm", by=by, at=at)


def is_done(case: Case, one: Round) -> bool:
    """Whether each side of the dispute was asked in this round, or looked for often enough."""
    reached, tried = set(), {}
    for role, answer in one.follow_ups.values_list("party__role", "answer"):
        if answer == Answer.UNREACHABLE:
            tried[role] = tried.get(role, 0) + 1
        else:
            reached.add(role)
    given_up = {role for role, times in tried.items() if times >= TRIES}
    sides = set(case.parties.order_by().values_list("role", flat=True))
    return bool(reached | given_up) and sides <= reached | given_up
