"""Giving a case to a mediator, and to another."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from shuangliu import audit

from .. import news
from ..major.rules import is_major, missing_ones
from ..models import Case, Mediator
from ..models.cases import Scale
from ..models.limits import Kind
from ..models.rounds import LEVELS
from ..team.members import set_helpers, set_lead
from ..team.models import ChosenBy, Decision
from .moving import CaseMoved, Refused, check, move, start_clock

HAS_IT_ALREADY = _("This mediator has the case already.")
NEEDS_CHIEF = _("A major group dispute needs a chief mediator, or a reason why not.")
RECUSED = _("This mediator was recused from this case.")
NOT_SERVING = _("This mediator is not active or does not serve the place of the dispute.")


class NotServing(Refused):
    """The mediator is not active, or serves another centre's area."""

    field = "mediator"


@transaction.atomic
def assign_case(case: Case, *, by, at: datetime, mediator: Mediator, others=(), chosen_by: str = ChosenBy.APPOINTED,
                rank_reason: str = "") -> None:
    """Appoint a mediator, and others who help; their organisation handles the case. A major dispute needs its five ones
    first, and a chief mediator unless there is a reason (domain.md §5.2). Raises CaseMoved, Refused."""
    check(case, "assign")
    if missing := missing_ones(case):
        raise Refused(_("A major dispute needs its five ones first. Missing: %(missing)s") % {
            "missing": "；".join(missing)})
    if case.scale == Scale.MAJOR and mediator.rank == Mediator.Rank.MEDIATOR and not rank_reason:
        raise Refused(NEEDS_CHIEF, field="rank_reason")
    _appoint(case, "assign", mediator, at, chosen_by)
    set_helpers(case, others, at=at)
    if is_major(case):
        start_clock(case, Kind.PROGRESS, at=at)
    audit.record("case.assigned", case, by=by, at=at, mediator=mediator.name, org=mediator.org.name,
                 others=[str(one) for one in others], chosen_by=chosen_by, rank_reason=rank_reason)
    news.tell(case, "assign", by=by, at=at)


@transaction.atomic
def reassign_case(case: Case, *, by, at: datetime, mediator: Mediator, reason: str,
                  chosen_by: str = ChosenBy.APPOINTED) -> None:
    """Appoint another mediator in place of the present one; the time limit runs on. Raises CaseMoved, NotServing."""
    if mediator.pk == case.mediator_id:
        raise CaseMoved(HAS_IT_ALREADY, matter=case)
    _appoint(case, "reassign", mediator, at, chosen_by)
    audit.record("case.reassigned", case, by=by, at=at, mediator=mediator.name, org=mediator.org.name, reason=reason)
    news.tell(case, "reassign", by=by, at=at)


def _appoint(case: Case, act: str, mediator: Mediator, at: datetime, chosen_by: str) -> None:
    # Locked, so that nobody takes the mediator out of service meanwhile.
    locked = Mediator.objects.assignable_to(case).filter(pk=mediator.pk).select_for_update(of=("self",))
    if locked.first() is None:
        raise NotServing(NOT_SERVING, field="mediator")
    if case.recusals.filter(mediator=mediator, decision=Decision.UPHELD).exists():
        raise Refused(RECUSED, field="mediator")
    move(case, act, mediator=mediator, org=mediator.org, channel=mediator.org.kind, assigned_at=at)
    set_lead(case, mediator, chosen_by, at=at)
    place = mediator.org.place
    level = {"level": place} if place in dict(LEVELS) else {}  # a specialised one serves the level it is asked by
    case.rounds.filter(ended_at=None).update(mediator=mediator, org=mediator.org, **level)
    if level:
        Case.objects.filter(pk=case.pk).update(**level)
