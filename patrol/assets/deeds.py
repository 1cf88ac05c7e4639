"""What can be done to a camera: for each act its form, its action and how it is offered."""

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may
from incidents.states import OPEN
from shuangliu.pages import deed

from . import actions, forms
from .models import Camera
from .states import Act, State, allowed


class Deed(deed.Deed):
    page = "patrol:camera"


DEEDS: dict[str, Deed] = {one.act.value: one for one in (
    Deed(Act.REPORT, forms.FaultForm, actions.report, "alert", _("Reported. An incident is open for it."),
         _("An incident goes to the station of its place. When that is closed, the camera works again.")),
    Deed(Act.RESTORE, forms.RestoreForm, actions.restore, "check", _("It works again."),
         _("Where no incident is open for it.")),
    Deed(Act.REMOVE, forms.RemoveForm, actions.remove, "x", _("Taken down."),
         _("The entry stays as a record; it counts no more."), grave=True),
)}


def offered(camera: Camera, user) -> list[Deed]:
    """What `user` may do to the camera now."""
    is_open = camera.incident is not None and camera.incident.state in OPEN
    return [one for one in DEEDS.values()
            if allowed(one.act, camera.state) and may(user, f"camera.{one.act}", camera)
            and not (is_open and one.act in (Act.REPORT, Act.RESTORE))
            and not (one.act == Act.REPORT and camera.state == State.FAULTY and camera.incident_id)]
