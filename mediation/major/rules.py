"""When a dispute is major, and what it lacks then."""

from ..models.cases import Case, Scale
from .models import FiveOnes, MajorRule


def is_major(case: Case) -> bool:
    """Of a major group, of many people, or marked by the county (domain.md §5.2)."""
    return case.scale == Scale.MAJOR or case.people >= people_of_major() or case.majormarks.exists()


def people_of_major() -> int:
    """From how many people on a dispute is major."""
    return MajorRule.objects.values_list("people", flat=True).first() or MajorRule.PEOPLE


def missing_ones(case: Case) -> list[str]:
    """What of the five ones is not written yet; nothing for a dispute that needs none."""
    if not is_major(case):
        return []
    return (FiveOnes.objects.filter(case=case).first() or FiveOnes()).missing
