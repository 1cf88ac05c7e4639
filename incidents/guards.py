"""The files of an incident are seen by whoever sees the incident."""

from .models import Incident


def sees(user, matter_id: int) -> bool:
    return Incident.objects.visible_to(user).filter(pk=matter_id).exists()
