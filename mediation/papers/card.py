"""The dossier on the page of its case: how far it is, and what is missing."""

from grids.jurisdiction import may

from ..models import Case
from ..states import OVER, State
from . import facts, inventory
from .models import Dossier, FileNumber


def dossier_card(case: Case, user) -> dict | None:
    if case.accepted_at is None and case.refused_at is None:
        return None
    items = inventory.told_to(user, case, inventory.items(case, facts.of(case, clear=False)))
    return {
        "items": items, "missing": inventory.missing(items), "filed": sum(item.is_there for item in items),
        "number": FileNumber.text_of(case), "is_over": case.state in OVER, "may_print": may(user, "case.print", case),
        "dossier": case.state == State.ARCHIVED and Dossier.objects.filter(case=case, taken_out_at=None)
        .select_related("filed_by").first(),
    }
