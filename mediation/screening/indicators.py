"""What screening counts: periods that are over, and those of them with a result in time, by their last day."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from shuangliu.indicators.drill import Drill
from shuangliu.indicators.registry import indicator, measure

from .models import Screening


def _drill(tab: str) -> Drill:
    return Drill("mediation:screening-list", query={"tab": tab})


def _over(start, end, **narrower):
    rows = Screening.objects.filter(closed_at__isnull=False, ends_on__range=(start, end), **narrower)
    return rows.order_by().values_list("community_key", "ends_on").annotate(n=Count("*"))


@measure("screening.planned", _("Screenings planned"), drill=_drill("over"))
def planned(start, end):
    return _over(start, end)


@measure("screening.done", _("Screenings done in time"), drill=_drill("in_time"))
def done(start, end):
    return _over(start, end, in_time=True)


indicator("screening_completion", _("Screening completion rate"), numerator="screening.done",
          denominator="screening.planned", note=_("Done in time ÷ periods of the plans that are over."))
