"""Finding dwellings by what people write, and leases by what somebody types."""

import re
import unicodedata

from django.db.models import QuerySet

from ..models.homes import Building, Dwelling

NUMBER = re.compile(r"FW0*(\d{1,18})", re.IGNORECASE)
MOST = 200


def plain(text: str) -> str:
    """Without blanks and marks, in half-width characters: 棠湖小区 3栋-2单元 501 is 棠湖小区3栋2单元501."""
    return re.sub(r"[\s\-－—#号,，]", "", unicodedata.normalize("NFKC", text))


def dwelling_at(text: str, dwellings: QuerySet[Dwelling]) -> Dwelling | None:
    """The dwelling with this number (FW00000012) or address, among those that may be seen."""
    if found := NUMBER.fullmatch(text.strip()):
        return dwellings.filter(pk=int(found[1])).select_related("building__area").first()
    address = plain(text)
    near = dwellings_near(text, dwellings)
    return next((dwelling for dwelling in near if plain(dwelling.address) == address), None)


def dwellings_near(text: str, dwellings: QuerySet[Dwelling]) -> list[Dwelling]:
    """Those of the buildings whose name stands in the address."""
    address = plain(text)
    if not address:
        return []
    # A community has some hundred buildings: reading their names is cheaper than an index for the other way round.
    names = Building.objects.filter(pk__in=dwellings.order_by().values("building")).values_list("pk", "name")
    keys = [pk for pk, name in names if plain(name) and plain(name) in address]
    return list(dwellings.filter(building__in=keys).select_related("building__area").order_by(
        "building", "unit", "room")[:MOST]) if keys else []
