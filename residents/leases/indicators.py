"""The figures of leases: measures counted from the rows, and rates over them."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from shuangliu.indicators.counting import by_day
from shuangliu.indicators.drill import Drill
from shuangliu.indicators.registry import indicator, measure
from shuangliu.indicators.sections import Headline, section

from .measures import TALLIES, Tally
from .models import Lease

LIST = "residents:lease-list"
LABELS = {
    "lease.filed": _("Leases filed"),
    "lease.by_tenant": _("Leases filed by the tenant"),
    "lease.registered": _("Leases registered"),
    "lease.on_time": _("Leases registered in time"),
}


def _recompute(tally: Tally, start, end):
    return by_day(Lease.objects.filter(tally.rows), tally.moment, start, end)


for _tally in TALLIES:
    measure(_tally.name, LABELS[_tally.name], drill=Drill(LIST, query={"tab": "all", "count": _tally.name}))(
        partial(_recompute, _tally))

indicator("lease_on_time", _("On-time registration rate of leases"), numerator="lease.on_time",
          denominator="lease.registered",
          note=_("registered within the limit ÷ registered, by the day of registration"), source="domain.md §4.6")
indicator("lease_by_tenant", _("Share of leases filed by the tenant"), numerator="lease.by_tenant",
          denominator="lease.filed",
          note=_("filed by the tenant, as the landlord did not ÷ filed, by the day of filing"), source="domain.md §4.7")

section(Headline("leases", _("Leases"), order=40,
                 figures=("lease_on_time", "lease_by_tenant", "lease.filed", "lease.registered")))
