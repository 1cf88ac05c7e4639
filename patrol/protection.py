"""What of patrols is personal: the phones of those who walk. And what an incident's page says of the patrol that found
it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from incidents import besides
from shuangliu.protection import reveals
from shuangliu.protection.reveals import Field


def register() -> None:
    """Called once, when the app is ready."""
    from .models import Shift

    reveals.register(Shift, act="shift.reveal", fields=(Field.PHONE,), shown_at=lambda shift: reverse("patrol:now"))
    besides.tell(found_on)


def found_on(incident) -> list[str]:
    """The shift and the point, for whoever sees the incident; of those who walked it nothing."""
    from .models import ShiftFinding

    found = ShiftFinding.objects.filter(incident=incident).select_related("shift", "point").first()
    if found is None:
        return []
    return [_("Found on patrol %(shift)s %(point)s") % {"shift": found.shift.number, "point": found.point or ""}]
