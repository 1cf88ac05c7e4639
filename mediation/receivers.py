"""What cases hear from the floors below."""

from django.db.models import F
from django.dispatch import receiver

from shuangliu import audit
from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.signals import step_reached

from . import news
from .models import Case
from .models.limits import BESIDE


@receiver(step_reached, sender=Deadline)
def note_step(sender, deadline: Deadline, step: str, at, **kwargs):
    """A clock of a case warned or ran out: the row shows it where it is the case's own time, and an overdue decision
    on acceptance comes before the centre's manager (CaseQuerySet.waiting_for). People are told; nothing is decided
    by the clock."""
    if deadline.matter_type != Case._meta.label_lower:
        return
    alert = {} if deadline.kind in BESIDE else {"alert": step}
    if Case.objects.filter(pk=deadline.matter_id, due_at__isnull=False).update(due_at=F("due_at"), **alert):
        case = Case.objects.select_related("mediator").get(pk=deadline.matter_id)
        audit.record(f"case.{step}", case, by=None, at=at, stage=deadline.kind)
        news.tell_step(case, deadline.kind, step, at=at, due_at=deadline.due_at)
