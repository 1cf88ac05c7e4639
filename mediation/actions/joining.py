"""The same dispute over several channels: it is mediated and counted once (domain.md §5.2)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit, deadlines
from shuangliu.deadlines.models import Step

from ..models import Case
from ..models.limits import Kind
from ..states import OPEN, Act
from .moving import CaseMoved, check, move, start_clock


@transaction.atomic
def join_case(case: Case, *, by, at: datetime, into: Case) -> None:
    """Nobody decides on this one apart: it goes on in `into`, with what was joined to it before. Raises CaseMoved."""
    check(case, Act.JOIN)
    # Clocks before rows, as the sweep does; rows in their order: of two that are joined to each other one is too late.
    deadlines.stop(case, at=at)
    list(Case.objects.select_for_update().filter(pk__in=[case.pk, into.pk]).order_by("pk"))
    into.refresh_from_db()
    if into.pk == case.pk or into.state not in OPEN:
        raise CaseMoved(_("%(number)s is “%(state)s”: nothing can be joined to it.") % {
            "number": into.number, "state": into.get_state_display()}, matter=case)
    move(case, Act.JOIN, due_at=None, alert=Step.NONE, joined_to=into)
    Case.objects.filter(joined_to=case).update(joined_to=into)
    audit.record("case.joined", case, by=by, at=at, into=into.number)
    audit.record("case.joined_by", into, by=by, at=at, number=case.number)


@transaction.atomic
def part_case(case: Case, *, by, at: datetime, reason: str) -> None:
    """It was another dispute after all: decided on apart, with the whole time for it. Raises CaseMoved."""
    check(case, Act.PART)
    main = case.joined_to
    due_at = start_clock(case, Kind.TRIAGE, at=at)
    move(case, Act.PART, due_at=due_at, joined_to=None)
    audit.record("case.parted", case, by=by, at=at, number=main.number, why=reason)
    audit.record("case.parted_from", main, by=by, at=at, number=case.number)
