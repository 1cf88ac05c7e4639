"""What mediation counts: cases by the day they were accepted, and by the day they were concluded (domain.md §6).

Both success rates are shown, each with its formula: they differ while cases are pending.
"""

from datetime import date
from functools import partial

from django.db.models.functions import TruncDate
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _

from shuangliu.indicators.counting import by_day
from shuangliu.indicators.drill import Drill
from shuangliu.indicators.registry import indicator, measure
from shuangliu.indicators.sections import Comparison, Headline, Trend, section

from .measures import DAYS, DIMENSIONS, TALLIES, Tally
from .models import Case, Session
from .screening import indicators as screening  # noqa: F401 - declares its own

LIST = "mediation:case-list"

LABELS = {
    "case.registered": _("Cases registered"),
    "case.refused": _("Of the registered, not taken on"),
    "case.accepted": _("Cases accepted"),
    "case.settled": _("Of the accepted, settled so far"),
    "case.failed": _("Of the accepted, failed so far"),
    "case.moved": _("Of the accepted, gone to another body"),
    "case.mediated": _("Of the accepted, met at least once"),
    "case.concluded": _("Cases concluded"),
    "case.concluded_settled": _("Of the concluded, settled"),
}


def _recompute(tally: Tally, start, end, dimension=""):
    rows = Case.objects.filter(tally.rows)
    if dimension == DAYS:
        counts = by_day(rows, tally.moment, start, end, item=TruncDate("accepted_at", tzinfo=get_default_timezone()))
        return ((key, day, (day - accepted).days, n) for key, day, accepted, n in counts)
    return by_day(rows, tally.moment, start, end, item=DIMENSIONS.get(dimension, ""))


for _tally in TALLIES:
    measure(_tally.name, LABELS[_tally.name], by=_tally.by,
            drill=Drill(LIST, query={"tab": "all", "count": _tally.name}))(partial(_recompute, _tally))


@measure("session.recorded", _("Sessions recorded"), drill=Drill("mediation:session-list"))
def recorded(start, end):
    """Records of sessions by the day they were written."""
    return by_day(Session.objects.all(), "recorded_at", start, end, place="case__community_key")


@measure("session.in_time", _("Of the sessions, recorded in time"),
         drill=Drill("mediation:session-list", query={"in_time": "yes"}))
def recorded_in_time(start, end):
    return by_day(Session.objects.in_time(), "recorded_at", start, end, place="case__community_key")


REPORT = date(2011, 8, 1)  # the first day of the county's report

indicator(
    "mediation_success", _("Mediation success rate A"), numerator="case.settled", denominator="case.accepted",
    since=REPORT, is_standing=True,
    note=_("Settled ÷ all cases accepted on the platform. Cases still open, and those that have gone to another body, "
           "are in the denominator and lower it. A case that goes on in another one is counted there only."),
    day=_("the day of acceptance, for both numbers"),
    source=_("Report of the county, 2014: 12,861 of 13,395"))
indicator(
    "mediation_success_concluded", _("Mediation success rate B"), since=REPORT, is_standing=True,
    numerator="case.concluded_settled", denominator="case.concluded",
    note=_("Settled ÷ cases concluded (settled or failed). Cases still open, and those that have gone to another body, "
           "are in neither number."),
    day=_("the day of the first conclusion"),
    source=_("Beside rate A, so that pending cases can be told from failed ones"))
indicator(
    "mediation_refused", _("Not-accepted rate"), numerator="case.refused", denominator="case.registered",
    since=REPORT, higher_is_better=False,
    note=_("Not taken on ÷ registered. It stands beside the success rates, which could be raised by refusing what is "
           "hard."),
    day=_("the day of registration"), source=_("Rule of this platform"))
indicator(
    "mediation_mediated", _("Mediation rate"), numerator="case.mediated", denominator="case.accepted", since=REPORT,
    note=_("Cases whose parties have met at least once ÷ accepted."),
    day=_("the day of acceptance"), source=_("Rule of this platform"))
indicator(
    "mediation_entry", _("Entry-in-time rate"), numerator="session.in_time", denominator="session.recorded",
    since=REPORT,
    note=_("Session records written within 24 hours of the session ÷ all session records."),
    day=_("the day on which the record was written"), source=_("Rule of this platform"))

section(Headline("mediation", _("Mediation"), order=20,
                 figures=("mediation_success", "mediation_success_concluded", "case.accepted", "case.concluded")))
section(Comparison("mediation-areas", _("Mediation by area"), order=21,
                   figures=("mediation_success", "case.accepted", "mediation_success_concluded", "case.concluded")))
section(Trend("mediation-months", _("Mediation by month"), order=22,
              figures=("case.accepted", "case.concluded", "case.concluded_settled")))
