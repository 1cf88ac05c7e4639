"""The rows that tell who works on a case, kept in step with its mediator by the acts that change it."""

from collections.abc import Iterable
from datetime import datetime

from ..models.cases import Case
from ..models.mediators import Mediator
from .models import CaseMediator, ChosenBy


def serving(case: Case):
    """Who works on it now, the lead first."""
    return case.members.filter(until=None).select_related("mediator__org", "mediator__user")


def set_lead(case: Case, mediator: Mediator, chosen_by: str, *, at: datetime) -> None:
    """Let this mediator lead; who led before leaves, the helpers stay."""
    leaving = case.members.filter(until=None, is_lead=True) | case.members.filter(until=None, mediator=mediator)
    leaving.update(until=at)
    CaseMediator.objects.create(case=case, mediator=mediator, is_lead=True, chosen_by=chosen_by, since=at)


def set_helpers(case: Case, mediators: Iterable[Mediator], *, at: datetime,
                chosen_by: str = ChosenBy.APPOINTED) -> tuple[list[Mediator], list[Mediator]]:
    """Let exactly these help, beside the lead; returns who came and who went."""
    wanted = {mediator.pk: mediator for mediator in mediators if mediator.pk != case.mediator_id}
    there = {row.mediator_id: row for row in case.members.filter(until=None, is_lead=False).select_related("mediator")}
    gone = [row for pk, row in there.items() if pk not in wanted]
    case.members.filter(pk__in=[row.pk for row in gone]).update(until=at)
    come = [mediator for pk, mediator in wanted.items() if pk not in there]
    CaseMediator.objects.bulk_create(
        CaseMediator(case=case, mediator=mediator, chosen_by=chosen_by, since=at) for mediator in come)
    return come, [row.mediator for row in gone]


def release(case: Case, *, at: datetime) -> None:
    """Nobody works on it any longer: another body takes over."""
    case.members.filter(until=None).update(until=at)
