"""Where the interface is, in which formats, and whom to ask."""

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from shuangliu.audit.models import Entry

from .formats import TYPES

SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
RULES = ["incidents.category", "incidents.question"]
SINCE = "2026-11-26 00:00"  # when these resources became what they are


def discovery(request) -> dict:
    changeset, phone = _changeset(), settings.HOTLINE_NUMBER
    root = request.build_absolute_uri(reverse("open311:services", args=["xml"])).removesuffix("/services.xml")
    return {
        "changeset": changeset,
        "contact": _("Hotline %(phone)s.") % {"phone": phone},
        "key_service": _("A key is given by the county platform; ask the hotline, %(phone)s.") % {"phone": phone},
        "endpoints": [{
            "specification": SPECIFICATION, "url": root, "changeset": changeset,
            "type": "test" if settings.DEBUG else "production",
            "formats": sorted((kind.partition(";")[0] for kind in TYPES.values()), reverse=True),
        }],
    }


def _changeset() -> str:
    """When a category or question was changed last: programs then ask for the services again."""
    newest = [Entry.objects.filter(matter_type=kind).order_by("-at").values_list("at", flat=True).first()
              for kind in RULES]
    told = [f"{localtime(at):%Y-%m-%d %H:%M}" for at in newest if at]
    return max(told, default=SINCE)
