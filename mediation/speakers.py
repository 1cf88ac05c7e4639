"""The signed papers of representatives: powers of attorney, proofs of guardianship."""

from collections.abc import Iterable

from grids.jurisdiction import may
from shuangliu.attachments.models import Attachment

from .models import Case, Representative

MATTER = "mediation.representative"


def with_papers(representatives: Iterable[Representative]) -> None:
    """Give each its `papers`; one query, none for nobody."""
    by_key = {one.pk: one for one in representatives}
    for one in by_key.values():
        one.papers = []
    if by_key:
        for paper in Attachment.objects.filter(matter_type=MATTER, matter_id__in=by_key).order_by("id"):
            by_key[paper.matter_id].papers.append(paper)


def sees(user, pk: int) -> bool:
    """Who may open them: whoever reads the case (attachments.guard)."""
    speaker = Representative.objects.select_related("party__case").filter(pk=pk).first()
    return (speaker is not None and may(user, "case.read", speaker.party.case)
            and Case.objects.visible_to(user).filter(pk=speaker.party.case_id).exists())
