"""The figures of incidents (domain.md §6): measures counted from the rows, and rates over them."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from shuangliu.indicators.counting import by_day, hour_of
from shuangliu.indicators.drill import Drill
from shuangliu.indicators.registry import indicator, measure
from shuangliu.indicators.sections import Breakdown, Comparison, Headline, Trend, section

from .measures import TALLIES, Tally
from .models import Incident
from .states import State

LIST = "incidents:incident-list"

LABELS = {
    "incident.reported": _("Incidents reported"),
    **{f"incident.state:{state}": state.label for state in State},
    "incident.due": _("Due to be handled"),
    "incident.on_time": _("Handled in time"),
    "incident.late": _("Overdue"),
    "incident.checked": _("Checked"),
    "incident.rework": _("Sent back at a check"),
    "incident.self_handled": _("Incidents settled on the spot"),
    "incident.closed": _("Incidents closed"),
    "incident.reopened": _("Incidents reopened"),
    "incident.judged": _("Answered by the reporter"),
    "incident.satisfied": _("Satisfied or basically satisfied"),
}


def _recompute(tally: Tally, start, end, dimension=""):
    item = hour_of(tally.moment) if dimension else ""
    yield from by_day(Incident.objects.filter(tally.rows), tally.moment, start, end, item=item)
    # What boundaries took to another community afterwards counts where it was.
    elsewhere = Incident.objects.filter(tally.rows).lay_elsewhere(tally.moment)
    for place, sign in (("community_key", -1), ("former_places__area_key", 1)):
        for area_key, day, *of, amount in by_day(elsewhere, tally.moment, start, end, place=place, item=item):
            yield area_key, day, *of, sign * amount


for _tally in TALLIES:
    measure(_tally.name, LABELS[_tally.name], by=_tally.by,
            drill=Drill(LIST, query={"tab": "all", "count": _tally.name}))(partial(_recompute, _tally))

indicator("incident_on_time", _("On-time handling rate"), numerator="incident.on_time", denominator="incident.due",
          note=_("handled within the limit ÷ due to be handled, by the day on which the limit falls"),
          source="domain.md §6 按期处置率")
indicator("incident_rework", _("Rework rate"), numerator="incident.rework", denominator="incident.checked",
          note=_("sent back at a check at least once ÷ checked, by the day of the first check"),
          source="domain.md §6 返工率", higher_is_better=False)
indicator("incident_reopened", _("Reopening rate"), numerator="incident.reopened", denominator="incident.closed",
          note=_("reopened at least once ÷ closed, by the day of the first closing"),
          source="domain.md §6 重开率", higher_is_better=False)
indicator("incident_satisfaction", _("Satisfaction rate"), numerator="incident.satisfied",
          denominator="incident.judged", note=_("(satisfied + basically satisfied) ÷ answered"),
          source="domain.md §6 满意率")

section(Headline("incidents", _("Incidents"), order=10,
                 figures=("incident_on_time", "incident_satisfaction", "incident_rework", "incident.reported",
                          "incident.late")))
section(Breakdown("incident-states", _("Incidents by state"), order=11,
                  figures=tuple(f"incident.state:{state}" for state in State),
                  note=_("Reported in the period, by the state they are in now.")))
section(Comparison("incident-areas", _("On time and overdue by area"), order=12,
                   figures=("incident_on_time", "incident.late", "incident.reported", "incident_satisfaction"),
                   bars=("incident.on_time", "incident.late")))
section(Trend("incident-months", _("Incidents by month"), order=13,
              figures=("incident.reported", "incident.closed", "incident.late")))
