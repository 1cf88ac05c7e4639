"""What duties hear from their clocks."""

from django.dispatch import receiver

from shuangliu.deadlines.models import Deadline, Step
from shuangliu.deadlines.signals import step_reached

from ..models.limits import Kind
from . import duties, news
from .models import Duty


@receiver(step_reached, sender=Deadline)
def note_step(sender, deadline: Deadline, step: str, at, **kwargs):
    """A clock of a duty warned or ran out: the row shows it and people are told. When the thirty days for the court
    are over there is nothing left to see to: nobody is bound to apply."""
    if deadline.matter_type != Duty._meta.label_lower:
        return
    duty = Duty.objects.open().select_related("case", "mediator").filter(pk=deadline.matter_id).first()
    if duty is None:
        return
    Duty.objects.filter(pk=duty.pk).update(alert=step)
    if duty.kind == Kind.CONFIRM and step == Step.OVERDUE:
        duties.close([duty], at=at, is_void=True)
    news.tell(duty, step, at=at)
