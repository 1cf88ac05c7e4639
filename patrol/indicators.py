"""The figures of patrols (domain.md §5.4, §3.2 Q5): measures counted from the rows, and rates over them."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from shuangliu.indicators.counting import by_day, hour_of
from shuangliu.indicators.drill import Drill
from shuangliu.indicators.registry import indicator, measure
from shuangliu.indicators.sections import Headline, section

from .models import CheckIn, Shift, ShiftStop
from .shifts.measures import CHECK_IN, SHIFTS, STOPS, TOLD

LABELS = {
    "patrol.shift": _("Patrol shifts over"),
    "patrol.finished": _("Shifts with all points visited"),
    "patrol.missed": _("Shifts that nobody walked"),
    "patrol.stop": _("Points to visit"),
    "patrol.visited": _("Points visited"),
    CHECK_IN: _("Check-ins"),
}


def _shifts(tally, start, end):
    return by_day(Shift.objects.filter(tally.rows), tally.moment, start, end)


def _stops(rows, start, end, dimension=""):
    stops = ShiftStop.objects.filter(rows, shift__state__in=TOLD)
    return by_day(stops, "due_at", start, end, place="point__area_key", item="point_id" if dimension else "")


def _check_ins(start, end, dimension=""):
    return by_day(CheckIn.objects.all(), "made_at", start, end, item=hour_of("made_at") if dimension else "")


for _tally in SHIFTS:
    _list = Drill("patrol:shift-list", query={"tab": "all", "count": _tally.name}, act="shift.view")
    measure(_tally.name, LABELS[_tally.name], drill=_list)(partial(_shifts, _tally))
for _stop in STOPS:
    measure(_stop.name, LABELS[_stop.name], by=("point",),
            drill=Drill("patrol:stop-list", query={"count": _stop.name}))(partial(_stops, _stop.rows))
measure(CHECK_IN, LABELS[CHECK_IN], by=("hour",), drill=Drill("patrol:check-in-list"))(_check_ins)

indicator("patrol_coverage", _("Coverage of points"), numerator="patrol.visited", denominator="patrol.stop",
          note=_("points visited ÷ points to visit, of shifts that are over, by the day on which they were due"),
          source="domain.md §5.4")
indicator("patrol_finished", _("Share of shifts walked whole"), numerator="patrol.finished",
          denominator="patrol.shift", note=_("all points visited ÷ shifts over, by the day of the start"),
          source="domain.md §5.4")

section(Headline("patrols", _("Patrols"), order=42,
                 figures=("patrol_coverage", "patrol_finished", "patrol.shift", "patrol.missed")))
