"""What agreements are for the networks."""

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q
from patrol.networks import Missing, by_town, gap, network

from .models import FourPartyAgreement


@network("community_group", "agreements", _("Four-party agreements"), page="patrol:agreement-list",
         act="agreement.view")
def agreements(areas):
    return by_town(FourPartyAgreement.objects.running(), areas)


@gap("community_group", _("Agreement that ran out, and nobody has renewed it"))
def run_out(areas, at):
    rows = FourPartyAgreement.objects.overdue(localdate(at)).filter(area_q(areas)).for_list()
    return [Missing(one.where, f"{one.number} · {one.ended_on}", one.get_absolute_url(), "agreement.view")
            for one in rows.order_by("ended_on", "id")[:100]]
