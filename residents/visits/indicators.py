"""The figures of visits: measures counted from the rows, and a rate over them."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from shuangliu.indicators.counting import by_day
from shuangliu.indicators.drill import Drill
from shuangliu.indicators.registry import indicator, measure
from shuangliu.indicators.sections import Headline, section

from .measures import TALLIES, Tally
from .models import VisitTask

LIST = "residents:visit-list"
LABELS = {
    "visit.asked": _("Visits asked for"),
    "visit.made": _("Visits made"),
    "visit.on_time": _("Visits made in time"),
}


def _recompute(tally: Tally, start, end):
    return by_day(VisitTask.objects.filter(tally.rows), tally.moment, start, end)


for _tally in TALLIES:
    measure(_tally.name, LABELS[_tally.name], drill=Drill(LIST, query={"tab": "all", "count": _tally.name}))(
        partial(_recompute, _tally))

indicator("visit_on_time", _("Share of visits made in time"), numerator="visit.on_time", denominator="visit.made",
          note=_("made within the limit ÷ made, by the day of the visit"), source="domain.md §1.4")

section(Headline("visits", _("Visits"), order=41, figures=("visit_on_time", "visit.asked", "visit.made")))
