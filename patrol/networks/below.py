"""What the floors below patrol have for the networks: the people who mediate, and the points screened for disputes."""

from django.utils.translation import gettext_lazy as _

from mediation.models import MediationOrg, ScreeningPoint

from .registry import by_area, network

OF_UNITS = [MediationOrg.Place.ENTERPRISE, MediationOrg.Place.UNIVERSITY, MediationOrg.Place.SPECIALISED]


@network("community_group", "screening", _("Screening points"), page="mediation:screening-list", act="screening.view")
def screening_points(areas):
    return by_area(ScreeningPoint.objects.filter(is_active=True), areas)


@network("unit_venue", "organisations", _("Mediation at companies and schools"), page="mediation:network",
         act="network.view")
def organisations_of_units(areas):
    return by_area(MediationOrg.objects.filter(is_active=True, place__in=OF_UNITS), areas)
