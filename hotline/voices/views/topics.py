"""What people tell us: the page for those who analyse, and the file, which tells no number below five."""

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds, posts_for
from shuangliu import audit, spreadsheets
from shuangliu.indicators.periods import PeriodForm
from shuangliu.pages.access import allows

from .. import topics
from ..few import told
from ..places import places
from ..rises import RULE


@require_safe
@allows("voices.view")
def voices(request):
    """`?area=` the county or a town of it, and a period as on the dashboard."""
    area, areas, form, found = _asked(request)
    most = max([count for _day, count in found.steps], default=0) or 1
    return render(request, "hotline/voices/voices.html", {
        "voices": found, "area": area, "areas": areas, "form": form, "rule": RULE,
        "steps": [(day, count, round(100 * count / most)) for day, count in found.steps],
        "change": found.count - found.before, "may_report": holds(request.user, "analysis.view"),
        "tabs": places(request.user, "hotline:voices"), "query": request.GET.urlencode(),
    }, status=422 if form.errors else 200)


@require_safe
@allows("voices.view")
def voices_export(request):
    area, _areas, _form, found = _asked(request)
    few = _("not told")
    headings = [_("Period"), _("The period before")]
    topic_sheet = _sheet(_("Topics"), [_("Category"), *headings], few,
                         [(str(topic.category), topic.count, topic.before) for topic in found.topics]
                         + [(_("Without a category"), found.unsorted, 0)])
    place_sheet = _sheet(_("Places"), [_("Area"), *headings], few,
                         [(str(place.area), place.count, place.before) for place in found.places]
                         + [(_("Without a place"), found.elsewhere, 0)])
    at = now()
    audit.record("voices.exported", None, by=request.user, at=at, area=area.code, start=str(found.period.start),
                 end=str(found.period.end))
    return spreadsheets.download(spreadsheets.write([topic_sheet, place_sheet], "xlsx"),
                                 _("What people tell us") + localtime(at).strftime(" %Y-%m-%d %H%M"), "xlsx")


def _sheet(name: str, headings: list[str], few: str, rows: list[tuple[str, int, int]]) -> spreadsheets.Sheet:
    columns = [told([row[place] for row in rows]) for place in (1, 2)]
    lines = [[row[0], *(few if column[n] is None else column[n] for column in columns)] for n, row in enumerate(rows)]
    return spreadsheets.Sheet(name, headings, lines)


def _asked(request) -> tuple:
    """The area, those to choose from, the form of the period, and the figures."""
    today = localdate()
    areas = topics.areas_of(posts_for(request.user, "voices.view"), today)
    code = request.GET.get("area") or areas[0].code
    area = next((one for one in areas if one.code == code), None)
    if area is None:
        raise Http404
    form = PeriodForm(request.GET, today=today)
    return area, areas, form, topics.voices(area, form.chosen(), today=today)
