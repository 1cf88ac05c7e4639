"""What supervision orders hear from their clocks."""

from django.dispatch import receiver

from shuangliu import audit
from shuangliu.deadlines.models import Deadline, Step
from shuangliu.deadlines.signals import step_reached

from .. import news
from .models import SupervisionOrder


@receiver(step_reached, sender=Deadline)
def note_step(sender, deadline: Deadline, step: str, at, **kwargs):
    """The reply is due soon, or late: whoever owes it is told, and then whoever waits for it."""
    if deadline.matter_type != SupervisionOrder._meta.label_lower:
        return
    order = (SupervisionOrder.objects.filter(pk=deadline.matter_id, replied_at=None)
             .select_related("case__mediator").first())
    if order is None:
        return
    audit.record(f"case.order_{step}", order.case, by=None, at=at)
    news.tell(order.case, f"order.{step}", by=None, at=at, due_at=deadline.due_at)
    if step != Step.WARNED:
        news.tell_users(order.case, "order_late", {order.by_id}, by=None, at=at, due_at=deadline.due_at)
