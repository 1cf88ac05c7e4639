"""From a dispute that was found to the form of a case."""

from django.http import Http404
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.models import Level
from mediation.models.cases import Source

from .models import Finding
from .results import ScreeningMoved


def asked(request) -> Finding | None:
    """The finding that `?finding=` names. Raises Http404, and ScreeningMoved when a case was made of it already."""
    key = request.GET.get("finding")
    if not key:
        return None
    rows = Finding.objects.visible_to(request.user).select_related(
        "screening__point__area__parent", "screening__point__plan", "category", "case")
    finding = rows.filter(pk=key).first() if key.isascii() and key.isdigit() and len(key) < 16 else None
    if finding is None:
        raise Http404
    if finding.case_id and not request.POST:
        raise ScreeningMoved(_("A case was made of this already."), matter=finding.case)
    return finding


def prefilled(finding: Finding | None) -> dict:
    """What the form of a new case begins with."""
    if finding is None:
        return {}
    point, area = finding.screening.point, finding.screening.point.area
    community = area if area.level == Level.COMMUNITY else area.parent if area.level == Level.GRID else None
    # A kind that has kinds below it is chosen among those.
    category = None if finding.category.children.filter(is_active=True).exists() else finding.category_id
    return {"source": Source.SCREENING, "category": category, "title": finding.text, "place": point.name,
            "area": community and community.pk, "happened_on": localdate(finding.screening.done_at)}

