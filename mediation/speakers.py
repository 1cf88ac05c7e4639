"""The signed papers of representatives: powers of attorney, proofs of guardianship."""

from collections.abc import Iterable

from grids.jurisdiction import may
from shuangliu.attachments.models import Attachment

from .models import Case, Representative

MATTER = "mediation.representative"


def papers_of(representatives: Iterable[Representative]) -> dict[int, list[Attachment]]:
    """The papers of each, by its key; one query, none for nobody."""
    found: dict[int, list[Attachment]] = {}
    if keys := [one.pk for one in representatives]:
        for paper in Attachment.objects.filter(matter_type=MATTER, matter_id__in=keys).order_by("id"):
            found.setdefault(paper.matter_id, []).append(paper)
    return found


def sees(user, pk: int) -> bool:
    """Who may open them: whoever reads the case (attachments.guard)."""
    speaker = Representative.objects.select_related("party__case").filter(pk=pk).first()
    return (speaker is not None and may(user, "case.read", speaker.party.case)
            and Case.objects.visible_to(user).filter(pk=speaker.party.case_id).exists())
