"""Who may see the scans of agreements, receipts and decisions: who may read the case."""

from grids.jurisdiction import may
from shuangliu import attachments

from ..models import Case, Round
from .models import Confirmation, Performance


def register() -> None:
    for model in (Round, Performance, Confirmation):
        attachments.guard(model._meta.label_lower, _sees(model))


def _sees(model):
    def sees(user, matter_id: int) -> bool:
        found = model.objects.select_related("case__mediator").filter(
            pk=matter_id, case__in=Case.objects.visible_to(user)).first()
        return found is not None and may(user, "case.read", found.case)

    return sees
