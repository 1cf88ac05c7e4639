"""What incidents hear from below: their clocks, the mediation of their disputes, and what self-checks of let homes
find."""

from django.db.models import Q
from django.dispatch import receiver
from django.utils.translation import gettext as _

from mediation.models import Case
from mediation.signals import case_closed
from residents.leases.models import SafetyAnswer
from residents.leases.signals import hazard_found
from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.signals import step_reached

from . import actions
from .demands import following  # noqa: F401 (it hears for itself)
from .models import Category, Incident
from .states import CLOCK, Stage, State
from .whereabouts import place


@receiver(step_reached, sender=Deadline)
def clock_struck(sender, deadline, step, at, **kwargs):
    """Take the step; a clock that has nothing to do with the present state has nothing to say."""
    if deadline.matter_type != Incident._meta.label_lower:
        return
    incident = Incident.objects.select_for_update().get(pk=deadline.matter_id)
    stage, _, tier = deadline.kind.partition("-")
    if stage == CLOCK.get(State(incident.state)):
        actions.strike(incident, stage=Stage(stage), tier=int(tier) if tier else None, step=step, at=at)


@receiver(case_closed, sender=Case)
def mediation_ended(sender, case, at, **kwargs):
    """The incidents go on that the case came from, or another case of the same dispute that was joined to it."""
    them = Case.objects.filter(Q(pk=case.pk) | Q(joined_to=case))
    waiting = Incident.objects.filter(case__in=them.values("pk"), state=State.IN_PROGRESS).order_by("pk")
    for incident in waiting:
        actions.hear(incident, case=case, at=at)


@receiver(hazard_found, sender=SafetyAnswer)
def hazard_in_a_let_home(sender, answer, item, by, at, **kwargs):
    """It waits for the desk of its place, once for each line of the check (`answer.uuid`), and names nobody. A county
    without the category has its parent, and one without either no incident: the check is kept."""
    codes = [item.category, item.category.partition("-")[0]]
    category = Category.objects.filter(code__in=codes, is_active=True).order_by("-code").first()
    dwelling = answer.check_of.dwelling
    if category:
        description = " ".join(text for text in (str(item.question), answer.note) if text)
        actions.report(by=None, at=at, uuid=answer.uuid, category=category, place=dwelling.address,
                       description=_("Self-check of a let home: %(what)s") % {"what": description},
                       channel=Incident.Channel.PORTAL, where=place(dwelling.building.area, None, None))
