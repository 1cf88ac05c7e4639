"""Which county is asked. One is understood without a word; of several, one has to be named."""

from django.conf import settings
from django.utils.translation import gettext as _

from grids.models import Area, Level

from .errors import Refused


def jurisdiction(given: str) -> Area:
    """The county with this id: its code (510116), or a name of the settings (shuangliu.gov.cn). Raises Refused."""
    found = Area.objects.filter(level=Level.COUNTY, valid_to=None).defer("outline")
    counties = {county.code: county for county in found}
    if given:
        code = settings.OPEN311_JURISDICTIONS.get(given.removeprefix("www."), given)
        if code not in counties:
            raise Refused(404, _("jurisdiction_id was not found."))
        return counties[code]
    if len(counties) != 1:
        ids = ", ".join(sorted(counties))
        raise Refused(400, _("jurisdiction_id was not provided. One of: %(ids)s") % {"ids": ids})
    return next(iter(counties.values()))
