"""What mediation counts: cases by the day they were accepted, and by the day they were concluded (domain.md §6).

Both success rates are shown, each with its formula: they differ while cases are pending.
"""

from django.utils.translation import gettext_lazy as _

from shuangliu.indicators.counting import by_day
from shuangliu.indicators.drill import Drill
from shuangliu.indicators.registry import indicator, measure
from shuangliu.indicators.sections import Comparison, Headline, Trend, section

from .models import Case


def _drill(by: str, **query: str) -> Drill:
    return Drill("mediation:case-list", f"{by}_from", f"{by}_to", query={"tab": "all", **query})


@measure("case.accepted", _("Cases accepted"), drill=_drill("accepted"))
def accepted(start, end):
    """Every case the platform took on, by the day of acceptance."""
    return by_day(Case.objects.all(), "accepted_at", start, end)


@measure("case.refused", _("Cases not accepted"), drill=_drill("refused"))
def refused(start, end):
    """Disputes that were not taken on, by the day of the decision; they count in no success rate."""
    return by_day(Case.objects.all(), "refused_at", start, end)


@measure("case.settled", _("Of the accepted, settled so far"), drill=_drill("accepted", outcome="settled"))
def settled(start, end):
    """Settled cases by the day they had been accepted: the cohort of that day, whenever it was settled."""
    return by_day(Case.objects.filter(outcome="settled"), "accepted_at", start, end)


@measure("case.concluded", _("Cases concluded"), drill=_drill("concluded"))
def concluded(start, end):
    """Settled or failed: what went to another body was not concluded here."""
    return by_day(Case.objects.filter(outcome__in=["settled", "failed"]), "concluded_at", start, end)


@measure("case.concluded_settled", _("Of the concluded, settled"), drill=_drill("concluded", outcome="settled"))
def concluded_settled(start, end):
    return by_day(Case.objects.filter(outcome="settled"), "concluded_at", start, end)


indicator(
    "mediation_success", _("Mediation success rate A"), numerator="case.settled", denominator="case.accepted",
    note=_("Settled ÷ all cases accepted in the period; pending cases lower it."),
    source=_("Report of the county, 2014: 12,861 of 13,395"), is_standing=True)
indicator(
    "mediation_success_concluded", _("Mediation success rate B"),
    numerator="case.concluded_settled", denominator="case.concluded",
    note=_("Settled ÷ cases concluded in the period (settled or failed)."), is_standing=True)

section(Headline("mediation", _("Mediation"), order=20,
                 figures=("mediation_success", "mediation_success_concluded", "case.accepted", "case.concluded")))
section(Comparison("mediation-areas", _("Mediation by area"), order=21,
                   figures=("mediation_success", "case.accepted", "mediation_success_concluded", "case.concluded")))
section(Trend("mediation-months", _("Mediation by month"), order=22,
              figures=("case.accepted", "case.concluded", "case.concluded_settled")))
