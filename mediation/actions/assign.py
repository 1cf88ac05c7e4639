"""Giving a case to a mediator."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from shuangliu import audit

from ..models import Case, Mediator
from .moving import move

NOT_SERVING = _("This mediator is not active or does not serve the place of the dispute.")


class NotServing(ValidationError):
    """The mediator is not active, or serves another centre's area."""


@transaction.atomic
def assign_case(case: Case, *, by, at: datetime, mediator: Mediator) -> None:
    """Appoint a mediator; their organisation handles the case. Raises CaseMoved, NotServing."""
    if not Mediator.objects.assignable_to(case).filter(pk=mediator.pk).exists():
        raise NotServing(NOT_SERVING)
    move(case, "assign", mediator=mediator, org=mediator.org, channel=mediator.org.kind, assigned_at=at)
    audit.record("case.assigned", case, by=by, at=at, mediator=mediator.name, org=mediator.org.name)
