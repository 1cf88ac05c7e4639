"""Who helps, who has to leave a case alone, who is invited."""

import uuid as uuids
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from shuangliu import audit

from .. import news
from ..actions.assign import NOT_SERVING, RECUSED, reassign_case
from ..actions.moving import CaseMoved, Refused, keep, stay
from ..models.cases import Case, ReassignReason
from ..models.mediators import Mediator
from ..states import Act
from .members import set_helpers
from .models import ChosenBy, Decision, Invited, Recusal


@transaction.atomic
def set_team(case: Case, *, by, at: datetime, others, chosen_by: str = ChosenBy.APPOINTED) -> None:
    """Let exactly these mediators help the one who leads. Raises CaseMoved, Refused."""
    stay(case, Act.TEAM)
    keys = [mediator.pk for mediator in others]
    if case.recusals.filter(mediator__in=keys, decision=Decision.UPHELD).exists():
        raise Refused(RECUSED, field="others")
    there = case.members.filter(until=None).values("mediator")
    new = set(Mediator.objects.filter(pk__in=keys).exclude(pk__in=there).values_list("pk", flat=True))
    if new - set(Mediator.objects.assignable_to(case).filter(pk__in=new).values_list("pk", flat=True)):
        raise Refused(NOT_SERVING, field="others")
    come, gone = set_helpers(case, others, at=at, chosen_by=chosen_by)
    if come or gone:
        audit.record("case.team_set", case, by=by, at=at, come=[str(one) for one in come],
                     gone=[str(one) for one in gone])
        news.tell_users(case, "helps", {one.user_id for one in come if one.user_id}, by=by, at=at)


@transaction.atomic
def raise_recusal(case: Case, *, by, at: datetime, mediator: Mediator, raised_by: str, ground: str, detail: str = "",
                  uuid: uuids.UUID | None = None) -> None:
    """A mediator or a party names a reason why this mediator should not mediate. Raises CaseMoved, Refused."""
    if case.recusals.filter(mediator=mediator, decision="").exclude(uuid=uuid).exists():
        raise Refused(_("A ground for this mediator waits for the decision already."), field="mediator")
    _row, is_new = keep(Recusal, case, Act.RECUSAL, by=by, at=at, uuid=uuid, mediator=mediator, raised_by=raised_by,
                       ground=ground, detail=detail)
    if is_new:
        audit.record("case.recusal_raised", case, by=by, at=at, mediator=mediator.name, ground=ground)
        news.tell(case, "recusal", by=by, at=at)


@transaction.atomic
def decide_recusal(case: Case, *, by, at: datetime, recusal: Recusal, decision: str,
                   mediator: Mediator | None = None) -> None:
    """The manager decides; a mediator who is recused leaves, and another takes the lead. Raises CaseMoved, Refused."""
    stay(case, Act.DECIDE_RECUSAL)
    decided = case.recusals.filter(pk=recusal.pk, decision="").update(decision=decision, decided_at=at, decided_by=by)
    if not decided:
        raise CaseMoved(_("This was decided already."), matter=case)
    audit.record("case.recusal_decided", case, by=by, at=at, mediator=recusal.mediator.name, decision=decision)
    if decision != Decision.UPHELD:
        return
    if recusal.mediator_id != case.mediator_id:
        case.members.filter(mediator=recusal.mediator, until=None).update(until=at)
    elif mediator is None:
        raise Refused(_("Who leads the case is recused: appoint another mediator."), field="mediator")
    else:
        reassign_case(case, by=by, at=at, mediator=mediator, reason=ReassignReason.RECUSAL)


@transaction.atomic
def invite_participant(case: Case, *, by, at: datetime, kind: str, name: str, role: str, parties_consent: bool,
                       uuid: uuids.UUID | None = None) -> None:
    """Ask somebody to help, as both sides consent (art. 20). Raises CaseMoved, Refused."""
    if not parties_consent:
        raise Refused(_("Nobody is invited without the consent of both sides."), field="parties_consent")
    _row, is_new = keep(Invited, case, Act.BRING, by=by, at=at, uuid=uuid, kind=kind, name=name, role=role,
                       parties_consent=True)
    if is_new:
        audit.record("case.participant_invited", case, by=by, at=at, kind=kind)
