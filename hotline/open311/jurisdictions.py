"""Which county is asked. One is understood without a word; of several, one has to be named."""

from django.conf import settings
from django.utils.translation import gettext as _

from grids.models import Area, Level

from .errors import Refused


def jurisdiction(given: str) -> Area:
    """The county with this id: its code (510116), or a name of the settings (shuangliu.gov.cn). Raises Refused."""
    counties = {county.code: county for county in Area.objects.filter(level=Level.COUNTY, valid_to=None).defer("outline")}
    if given:
        code = settings.OPEN311_JURISDICTIONS.get(given.removeprefix("www."), given)
        if code not in counties:
            raise Refused(404, _("jurisdiction_id was not found."))
        return counties[code]
    if len(counties) != 1:
        raise Refused(400, _("jurisdiction_id was not provided. One of: %(ids)s") % {"ids": ", ".join(sorted(counties))})
    return next(iter(counties.values()))
