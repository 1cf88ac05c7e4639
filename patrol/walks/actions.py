"""What is done on a walk besides the acts of the shift itself."""

from datetime import datetime

from django.db import transaction

from grids.jurisdiction import posts_for
from incidents import actions as incidents
from incidents.models import Incident
from incidents.whereabouts import place as place_in

from ..points.models import PatrolPoint
from ..shifts.models import Shift
from .models import ShiftFinding


@transaction.atomic
def report(*, by, at: datetime, shift: Shift | None, point: PatrolPoint | None, place: str = "",
           longitude: float | None = None, latitude: float | None = None, **told) -> tuple[Incident, bool]:
    """Something that was found becomes an incident of its place, and is linked to the shift; whether it is new. It lies
    where the phone stood, else at the point, else it waits at the desk of the shift or of the writer's own post.

    Raises ValidationError for a place far away, and Conflict when somebody else sent this form.
    """
    if point:
        place = place or point.place
        if longitude is None:
            longitude, latitude = point.longitude, point.latitude
    area = shift.area if shift else posts_for(by, "shift.walk")[0].area
    where = place_in(area, longitude, latitude)
    incident, is_new = incidents.report(by=by, at=at, place=place, longitude=longitude, latitude=latitude, where=where,
                                        **told)
    if is_new and shift:
        ShiftFinding.objects.create(incident=incident, shift=shift, point=point)
    return incident, is_new
