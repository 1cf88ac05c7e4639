"""What courtyards hear from below: their clocks."""

from django.dispatch import receiver

from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.signals import step_reached

from . import actions
from .models import Courtyard


@receiver(step_reached, sender=Deadline)
def clock_struck(sender, deadline, step, at, **kwargs):
    if deadline.matter_type == Courtyard._meta.label_lower:
        actions.strike(deadline.matter_id, stage=deadline.kind, step=step, at=at)
