"""What is heard here: the clocks of requests."""

from django.dispatch import receiver

from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.signals import step_reached

from . import actions
from .models import SubjectRequest


@receiver(step_reached, sender=Deadline)
def clock_struck(sender, deadline, step, at, **kwargs):
    if deadline.matter_type == SubjectRequest._meta.label_lower:
        actions.strike(deadline.matter_id, step=step, at=at)
