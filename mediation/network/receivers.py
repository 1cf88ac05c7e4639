"""What decisions of joint meetings hear from their clocks: the managers of the centre are told."""

from django.dispatch import receiver
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy

from grids.holders import Seat, holders
from grids.roles import Role
from shuangliu import audit, notices
from shuangliu.deadlines.models import Deadline, Step
from shuangliu.deadlines.signals import step_reached

from ..models import MeetingDecision

MANAGER = Seat(Role.CENTER_MANAGER)
WORDS = {
    Step.WARNED: gettext_lazy("A decision of the joint meeting is due soon"),
    Step.OVERDUE: gettext_lazy("A decision of the joint meeting is overdue"),
    Step.RAISED: gettext_lazy("A decision of the joint meeting is long overdue"),
}


def name_kinds() -> None:
    for step, words in WORDS.items():
        notices.kind(f"decision.{step}", words)


@receiver(step_reached, sender=Deadline)
def note_step(sender, deadline: Deadline, step: str, at, **kwargs):
    """The row shows what its clock reached; nothing is decided by it."""
    if deadline.matter_type != MeetingDecision._meta.label_lower:
        return
    if not MeetingDecision.objects.open().filter(pk=deadline.matter_id).update(alert=step):
        return
    decision = MeetingDecision.objects.for_queue().get(pk=deadline.matter_id)
    audit.record(f"meeting.decision-{step}", decision.meeting, by=None, at=at, decision=decision.pk)
    seated = holders(decision.area_key, {MANAGER}, localdate(at))
    managers = notices.Audience(f"decision.{step}", {holder.user_id for holder in seated},
                                areas={holder.area_id for holder in seated})
    notices.tell_each([managers], matter=decision, text=notices.about(decision.unit.name, decision.due_at),
                      url=decision.get_absolute_url(), at=at, urgent=step != Step.WARNED)
