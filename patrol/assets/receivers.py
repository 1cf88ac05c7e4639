"""What cameras hear from below: what became of the incidents of their faults."""

from django.dispatch import receiver

from incidents.models import Incident
from incidents.signals import incident_moved
from incidents.states import Act, State

from . import actions
from .models import Camera
from .states import State as CameraState

# The acts after which an incident is over, or is not over any more.
FOLLOWED = {Act.CLOSE, Act.CLEAR, Act.REOPEN, Act.REJECT, Act.CANCEL, Act.MERGE}


@receiver(incident_moved, sender=Incident)
def incident_of_a_camera_moved(sender, incident, act, at, **kwargs):
    if act not in FOLLOWED:
        return
    for camera in Camera.objects.filter(incident=incident).exclude(state=CameraState.REMOVED):
        is_faulty = camera.state == CameraState.FAULTY
        if act == Act.REOPEN:
            if not is_faulty:
                actions.break_again(camera, at=at, incident=incident)
        elif act == Act.MERGE:
            actions.follow(camera, incident=incident.merged_into)
        elif incident.state in (State.REJECTED, State.CANCELLED):
            if is_faulty:
                actions.lose(camera, at=at, incident=incident)
        elif is_faulty:
            actions.restore(camera, by=None, at=at, note=incident.number)
