"""What cases hear from the floors below."""

from django.dispatch import receiver

from shuangliu import audit
from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.signals import step_reached

from . import news
from .models import Case


@receiver(step_reached, sender=Deadline)
def note_step(sender, deadline: Deadline, step: str, at, **kwargs):
    """A clock of a case warned or ran out: the row shows it, and an overdue decision on acceptance comes before
    the centre's manager (CaseQuerySet.waiting_for). People are told; nothing is decided by the clock."""
    if deadline.matter_type != Case._meta.label_lower:
        return
    if Case.objects.filter(pk=deadline.matter_id, due_at__isnull=False).update(alert=step):
        case = Case.objects.select_related("mediator").get(pk=deadline.matter_id)
        audit.record(f"case.{step}", case, by=None, at=at, stage=deadline.kind)
        news.tell(case, step, by=None, at=at, elsewhere=case.offered_key)
