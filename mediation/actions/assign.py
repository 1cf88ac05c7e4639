"""Giving a case to a mediator, and to another."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from shuangliu import audit

from .. import news
from ..models import Case, Mediator
from ..models.rounds import LEVELS
from .moving import CaseMoved, move

HAS_IT_ALREADY = _("This mediator has the case already.")
NOT_SERVING = _("This mediator is not active or does not serve the place of the dispute.")


class NotServing(ValidationError):
    """The mediator is not active, or serves another centre's area."""

    field = "mediator"


@transaction.atomic
def assign_case(case: Case, *, by, at: datetime, mediator: Mediator) -> None:
    """Appoint a mediator; their organisation handles the case. Raises CaseMoved, NotServing."""
    _appoint(case, "assign", mediator, at)
    audit.record("case.assigned", case, by=by, at=at, mediator=mediator.name, org=mediator.org.name)
    news.tell(case, "assign", by=by, at=at)


@transaction.atomic
def reassign_case(case: Case, *, by, at: datetime, mediator: Mediator, reason: str) -> None:
    """Appoint another mediator in place of the present one; the time limit runs on. Raises CaseMoved, NotServing."""
    if mediator.pk == case.mediator_id:
        raise CaseMoved(HAS_IT_ALREADY, matter=case)
    _appoint(case, "reassign", mediator, at)
    audit.record("case.reassigned", case, by=by, at=at, mediator=mediator.name, org=mediator.org.name, reason=reason)
    news.tell(case, "reassign", by=by, at=at)


def _appoint(case: Case, act: str, mediator: Mediator, at: datetime) -> None:
    # Locked, so that nobody takes the mediator out of service meanwhile.
    locked = Mediator.objects.assignable_to(case).filter(pk=mediator.pk).select_for_update(of=("self",))
    if locked.first() is None:
        raise NotServing(NOT_SERVING)
    move(case, act, mediator=mediator, org=mediator.org, channel=mediator.org.kind, assigned_at=at)
    place = mediator.org.place
    level = {"level": place} if place in dict(LEVELS) else {}  # a specialised one serves the level it is asked by
    case.rounds.filter(ended_at=None).update(mediator=mediator, org=mediator.org, **level)
    if level:
        Case.objects.filter(pk=case.pk).update(**level)
