"""The files of a case are seen by whoever reads its content."""

from grids.jurisdiction import may

from .models import Appraisal, Case, Evidence


def sees_evidence(user, matter_id: int) -> bool:
    return _reads(user, Evidence, matter_id)


def sees_appraisal(user, matter_id: int) -> bool:
    return _reads(user, Appraisal, matter_id)


def _reads(user, model, matter_id: int) -> bool:
    row = model.objects.filter(pk=matter_id).values("case").first()
    case = row and Case.objects.visible_to(user).select_related("mediator").filter(pk=row["case"]).first()
    return bool(case) and may(user, "case.read", case)
