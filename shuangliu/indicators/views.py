"""The dashboard: the figures of an area and a period, as its address says."""

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET

from grids.models import Area
from shuangliu.pages.access import allows

from .blocks import fill
from .board import Board
from .map import map_of
from .periods import PeriodForm
from .scope import ACT, home, lineage, may_see
from .sections import Breakdown, Comparison, Headline, Trend

# The parts of the page, from top to bottom.
PARTS = {"headlines": Headline, "breakdowns": Breakdown, "comparisons": Comparison, "trends": Trend}


@require_GET
@allows(ACT)
def dashboard(request):
    area = area_or_404(request.user, request.GET.get("area"))
    form = PeriodForm(request.GET, today=localdate())
    period = form.chosen()
    board = Board(request.user, area, period)
    blocks = [fill(section, board) for section in board.sections]
    query = {"period": period.key, "start": period.start, "end": period.end}
    context = {
        "area": area,
        "path": lineage(request.user, area),
        "children": board.children,
        "form": form,
        "period": period,
        "standing": board.standing([known for known in form.offered.values() if known.is_named]),
        **{name: [block for block in blocks if isinstance(block.section, kind)] for name, kind in PARTS.items()},
        "charts": {block.section.name: block.chart for block in blocks if block.chart},
        "map": map_of(board, query, request.GET.get("map", "")),
        "at": now(),
    }
    return render(request, "indicators/dashboard.html", context, status=422 if form.errors else 200)


def area_or_404(user, code: str | None, act: str = ACT) -> Area:
    """The area with this code, old or new, that is the user's to see; without a code their own."""
    area = Area.objects.by_code(code) if code else home(user, act)
    if area is None or not may_see(user, area, act):
        raise Http404
    return area
