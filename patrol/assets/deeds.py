"""What can be done to a camera: for each act its form, its action and how it is offered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may
from incidents.states import OPEN

from . import actions, forms
from .models import Camera
from .states import Act, State, allowed


@dataclass(frozen=True)
class Deed:
    """`done` is said afterwards; `hint` tells beforehand what it means; a `grave` one is offered in red."""

    act: Act
    form: type
    do: Callable
    icon: str
    done: Any
    hint: Any
    grave: bool = False

    @property
    def label(self):
        return self.act.label

    @property
    def route(self) -> str:
        return f"patrol:camera-{self.act}"


DEEDS: dict[str, Deed] = {deed.act.value: deed for deed in (
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
    return [deed for deed in DEEDS.values()
            if allowed(deed.act, camera.state) and may(user, f"camera.{deed.act}", camera)
            and not (is_open and deed.act in (Act.REPORT, Act.RESTORE))
            and not (deed.act == Act.REPORT and camera.state == State.FAULTY and camera.incident_id)]
