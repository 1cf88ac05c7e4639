"""What comes after the agreement, beside the success rates: performance, breach, confirmation by the court.

Counted from the rows of the period when they are read, along the indexes of their days: an item falls due, is
performed, put right and superseded by many acts, and a period has few of them.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.models import Area
from shuangliu.indicators.figures import Number
from shuangliu.indicators.periods import Period
from shuangliu.indicators.reading import percent
from shuangliu.pages.forms import day_start

from ..after.models import Confirmation, Performance
from ..after.models.court import Result
from ..after.models.performance import Due
from ..models import Case
from ..models.cases import Outcome
from ..models.queryset import in_areas
from ..models.rounds import AgreementForm, End

FEW = 10  # a rate of fewer cases says nothing beside another one


@dataclass(frozen=True)
class Rate:
    """A rate with both its numbers; those of items open their list."""

    label: Any
    note: Any
    numerator: Number
    denominator: Number

    @property
    def is_few(self) -> bool:
        return 0 < self.denominator.count < FEW

    @property
    def value(self) -> str | None:
        return percent(self.numerator.count, self.denominator.count)


PERFORMED = (_("Performance rate"), _("Performed, in time or late ÷ items of agreements that fell due in the period."))
BROKEN = (_("Breach rate"),
          _("Not kept ÷ items of agreements that fell due in the period. The success rates stay as they are."))
CONFIRMED = (_("Confirmation rate"),
             _("Confirmed by the court ÷ written agreements by which cases were first settled in the period, without "
               "those that a court does not confirm."))


def due_in(area: Area, period: Period):
    """Items of agreements that fell due in the period and until today."""
    last = min(period.end, localdate())
    return Performance.objects.counted().filter(
        in_areas([area]), due_at__gte=day_start(period.start), due_at__lt=day_start(last + timedelta(days=1)))


def rates(area: Area, period: Period) -> list[Rate]:
    items = due_in(area, period)
    query = {"area": area.code, "start": period.start, "end": period.end}
    due, performed, broken = (rows.count() for rows in (
        items, items.filter(state=Due.PERFORMED), items.filter(state=Due.BREACHED)))
    all_of = Number(due, _list(query))
    return [
        Rate(*PERFORMED, Number(performed, _list({**query, "state": Due.PERFORMED})), all_of),
        Rate(*BROKEN, Number(broken, _list({**query, "state": Due.BREACHED})), all_of),
        Rate(*CONFIRMED, *(Number(n, None) for n in _confirmed(area, period))),
    ]


def _list(query: dict) -> str:
    return f"{reverse('mediation:performance-list')}?{urlencode(query)}"


def _confirmed(area: Area, period: Period) -> tuple[int, int]:
    written = Case.objects.in_area(area).filter(
        concluded_at__gte=day_start(period.start), concluded_at__lt=day_start(period.end + timedelta(days=1)),
        outcome=Outcome.SETTLED, rounds__ended_at=F("concluded_at"), rounds__end=End.AGREED,
        rounds__agreement_form=AgreementForm.WRITTEN).exclude(category__is_confirmable=False)
    told = Confirmation.objects.filter(round=OuterRef("rounds__pk"), result=Result.CONFIRMED)
    return written.filter(Exists(told)).count(), written.count()
