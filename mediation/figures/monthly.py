"""The justice bureau's monthly table of people's mediation (人民调解法 art. 10; domain.md §4.3): what was accepted in
the month by where it came from, and what was settled or failed in the month, by kind of dispute, level and town.

Counted from the cases of the month, along the indexes of their days. Each part adds up to the same total.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import Count, F, Q, Sum
from django.utils.translation import gettext_lazy as _

from grids.models import Area, Level
from shuangliu.indicators.periods import month_end
from shuangliu.pages.forms import day_start

from ..models import Case, MediationOrg
from ..models.cases import Outcome, Source
from ..models.categories import JusticeCategory
from ..models.rounds import AgreementForm, End

OWN, ASKED, HANDED_OVER = "own", "asked", "handed_over"
# 主动调解, 依申请, 接受委托移送
ORIGIN = {
    Source.SCREENING: OWN, Source.INITIATIVE: OWN, Source.INCIDENT: OWN,
    Source.APPLICATION: ASKED, Source.HOTLINE: ASKED,
    Source.POLICE_RECEPTION: HANDED_OVER, Source.PETITION: HANDED_OVER, Source.COURT: HANDED_OVER,
}
# In the order of the table.
COLUMNS: dict[str, Any] = {
    "accepted": _("Accepted"), OWN: _("On own initiative"), ASKED: _("On application"),
    HANDED_OVER: _("Entrusted or handed over"), "people": _("Parties involved"), "settled": _("Settled"),
    AgreementForm.WRITTEN: _("Written agreement"), AgreementForm.ORAL: _("Oral agreement"),
    "amount": _("Amount in agreements (yuan)"), "failed": _("Failed"),
}


@dataclass
class Line:
    """A line of the table: its name and a number for each column."""

    label: Any
    numbers: dict[str, int | Decimal] = field(default_factory=lambda: dict.fromkeys(COLUMNS, 0))

    def add(self, column: str, number) -> None:
        self.numbers[column] += number or 0

    @property
    def cells(self) -> list:
        return list(self.numbers.values())


@dataclass(frozen=True)
class Part:
    """One view of the month: its lines in their order, and the sum below them."""

    name: str
    label: Any
    lines: list[Line]

    @property
    def total(self) -> Line:
        total = Line(_("Total"))
        for line in self.lines:
            for column, number in line.numbers.items():
                total.add(column, number)
        return total


@dataclass(frozen=True)
class Month:
    """The table of one area and month."""

    area: Area
    first: date

    @property
    def last(self) -> date:
        return month_end(self.first)

    @cached_property
    def parts(self) -> list[Part]:
        towns = {area.key: area.name for area in Area.objects.at(Level.TOWN).filter(
            key__gte=self.area.low, key__lt=self.area.high).order_by("key")}
        return [
            self._part("category", _("By kind of dispute"), dict(JusticeCategory.choices),
                       lambda row: row["category__justice_category"] or JusticeCategory.OTHER),
            self._part("level", _("By level of the organisation"),
                       {**dict(MediationOrg.Place.choices), "": _("Not with an organisation yet")},
                       lambda row: row["for_org__place"] or ""),
            self._part("town", _("By town (subdistrict)"), {**towns, None: _("Of the whole county")},
                       lambda row: row["town_key"] if row["town_key"] in towns else None, only_filled={None}),
        ]

    def _part(self, name: str, label, labels: dict, key_of: Callable[[dict], Any], only_filled=frozenset({""})) -> Part:
        lines = {key: Line(text) for key, text in labels.items()}
        for row in self._accepted:
            line = lines[key_of(row)]
            line.add("accepted", row["n"])
            line.add(ORIGIN[row["source"]], row["n"])
            line.add("people", row["persons"])
        for row in self._ended:
            line = lines[key_of(row)]
            line.add(row["outcome"], row["n"])
            if row["outcome"] == Outcome.SETTLED:
                line.add(row["rounds__agreement_form"], row["n"])
                line.add("amount", row["agreed"])
        return Part(name, label, [line for key, line in lines.items()
                                  if key not in only_filled or any(line.cells)])

    @cached_property
    def _accepted(self) -> list[dict]:
        rows = self._cases("accepted_at").values(*GROUPS, "source")
        return list(rows.annotate(n=Count("*"), persons=Sum("people")).order_by())

    @cached_property
    def _ended(self) -> list[dict]:
        """By their first end, which one round has brought."""
        ended = Q(rounds__ended_at=F("concluded_at"), rounds__end__in=[End.AGREED, End.FAILED])
        rows = self._cases("concluded_at").filter(ended, outcome__in=[Outcome.SETTLED, Outcome.FAILED])
        rows = rows.values(*GROUPS, "outcome", "rounds__agreement_form")
        return list(rows.annotate(n=Count("*"), agreed=Sum("rounds__amount")).order_by())

    def _cases(self, moment: str):
        since, before = day_start(self.first), day_start(self.last + timedelta(days=1))
        return Case.objects.in_area(self.area).filter(
            for_channel=MediationOrg.Kind.PEOPLE, **{f"{moment}__gte": since, f"{moment}__lt": before})


GROUPS = ("category__justice_category", "for_org__place", "town_key")


