"""What the hotline hears from below: the clocks of its tickets, their incidents and their cases."""

from django.dispatch import receiver

from incidents.models import Incident
from incidents.signals import incident_moved
from mediation.models import Case
from mediation.signals import case_closed
from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.signals import step_reached

from . import actions
from .models import Ticket


@receiver(step_reached, sender=Deadline)
def clock_struck(sender, deadline, step, at, **kwargs):
    if deadline.matter_type == Ticket._meta.label_lower:
        actions.strike(deadline.matter_id, stage=deadline.kind, step=step, at=at)


@receiver(incident_moved, sender=Incident)
def incident_went_on(sender, incident, was, act, at, **kwargs):
    actions.hear_incident(incident, was, act, at=at)


@receiver(case_closed, sender=Case)
def mediation_ended(sender, case, at, **kwargs):
    actions.hear_outcome(case, at=at)
