"""What visits hear from below: their clocks."""

from django.dispatch import receiver

from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.signals import step_reached

from . import actions
from .models import VisitTask


@receiver(step_reached, sender=Deadline)
def clock_struck(sender, deadline, step, at, **kwargs):
    if deadline.matter_type == VisitTask._meta.label_lower:
        actions.strike(deadline.matter_id, step=step, at=at)
