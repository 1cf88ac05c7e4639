"""What came of the agreements, village by village or town by town (domain.md §3 Q5: effect, not form)."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal

from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from grids.models import Area
from shuangliu.spreadsheets import Sheet

from .models import Claim, FourPartyAgreement, TheftCount

YEAR = 365


@dataclass
class Result:
    """`before` and `after` are thefts in 365 days, of villages where both are known: else the one would be held against
    nothing."""

    area: Area | None
    agreements: int = 0
    households: int = 0
    covered: int = 0
    premium: Decimal = Decimal(0)
    subsidy: Decimal = Decimal(0)
    fund: Decimal = Decimal(0)
    claims: int = 0
    claims_paid: int = 0
    paid: Decimal = Decimal(0)
    before: Decimal | None = None
    after: Decimal | None = None

    @property
    def coverage(self) -> Decimal | None:
        """Insured households of a hundred."""
        return Decimal(self.covered * 100) / self.households if self.households else None

    @property
    def loss_ratio(self) -> Decimal | None:
        """Paid for losses of a hundred yuan of premium (赔付率)."""
        return self.paid * 100 / self.premium if self.premium else None

    @property
    def change(self) -> Decimal | None:
        """Thefts after against before, in percent."""
        return (self.after - self.before) * 100 / self.before if self.before else None


def years(user) -> list[int]:
    """In which agreements began, the newest first."""
    rows = FourPartyAgreement.objects.visible_to(user).were_in_force()
    return [day.year for day in rows.dates("starts_on", "year", order="DESC")]


def chosen(user, term: str) -> QuerySet:
    """The agreements whose results are asked for."""
    rows = FourPartyAgreement.objects.visible_to(user).were_in_force()
    return rows.running() if term == "running" else rows.filter(starts_on__year=int(term))


def by_area(agreements: QuerySet, level: str) -> list[Result]:
    """A row for each area of `level`, in the order of their codes: five queries, however many rows."""
    key, of = f"{level}_key", f"agreement__{level}_key"
    found: dict[int, Result] = {}
    for row in agreements.values(key).annotate(
            agreements=Count("pk"), **{f"{name}_sum": Sum(name) for name in SUMS}):
        found[row[key]] = Result(None, row["agreements"], *(row[f"{name}_sum"] for name in SUMS))
    for row in Claim.objects.filter(agreement__in=agreements).values(of).annotate(
            filed=Count("pk"), settled=Count("pk", filter=Q(state=Claim.State.PAID)), sum=Sum("paid")):
        result = found[row[of]]
        result.claims, result.claims_paid, result.paid = row["filed"], row["settled"], row["sum"] or Decimal(0)
    for area, when, rate in _thefts(agreements, of):
        setattr(found[area], when, (getattr(found[area], when) or Decimal(0)) + rate)
    areas = {area.key: area for area in Area.objects.filter(key__in=found, level=level, valid_to=None).defer("outline")}
    for area, result in found.items():
        result.area = areas.get(area)
    return [found[area] for area in sorted(found)]


def total(results: list[Result]) -> Result:
    """All rows in one."""
    whole = Result(None)
    for result in results:
        for field in fields(Result)[1:]:
            ours, theirs = getattr(whole, field.name), getattr(result, field.name)
            setattr(whole, field.name, theirs if ours is None else ours + (theirs or 0))
    return whole


def sheet(results: list[Result]) -> Sheet:
    """The same rows as a table of a file."""
    return Sheet(_("Results of four-party agreements"), [
        _("Area code"), _("Area"), _("Agreements"), _("Households that live there"), _("Households insured"),
        _("Insured of a hundred"), _("Premium (yuan)"), _("Of it public money (yuan)"), _("Grant to the patrol (yuan)"),
        _("Claims"), _("Claims paid"), _("Paid (yuan)"), _("Loss ratio"), _("Thefts a year before"),
        _("Thefts a year under it")], _rows(results))


SUMS = ("households", "covered", "premium", "subsidy", "fund")


def _rows(results: list[Result]) -> Iterator[list]:
    for one in results:
        yield [one.area.code if one.area else "", one.area.name if one.area else "", one.agreements, one.households,
               one.covered, _round(one.coverage), one.premium, one.subsidy, one.fund, one.claims, one.claims_paid,
               one.paid, _round(one.loss_ratio), _round(one.before), _round(one.after)]


def _round(value: Decimal | None) -> Decimal | None:
    return None if value is None else round(value, 1)


def _thefts(agreements: QuerySet, of: str) -> Iterator[tuple[int, str, Decimal]]:
    """(area key, when, thefts in 365 days) of agreements for which both numbers are known."""
    both: dict[int, dict[str, TheftCount]] = {}
    for one in TheftCount.objects.filter(agreement__in=agreements).annotate(area=F(of)):
        both.setdefault(one.agreement_id, {})[one.when] = one
    for counts in both.values():
        if len(counts) == len(TheftCount.When):
            yield from ((one.area, when, Decimal(one.count * YEAR) / one.days) for when, one in counts.items())
