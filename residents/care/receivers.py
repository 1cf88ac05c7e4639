"""What care hears from below: clocks, consent taken back, that a referral was restricted or its person forgotten."""

from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from django.utils.timezone import now

from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.signals import step_reached
from shuangliu.protection.signals import consent_withdrawn
from shuangliu.retention.models import Restriction

from ..models.people import Person
from . import actions
from .models import AidApplication, CareReferral

KIND, AID = CareReferral._meta.label_lower, AidApplication._meta.label_lower


@receiver(step_reached, sender=Deadline)
def clock_struck(sender, deadline, step, at, **kwargs):
    if deadline.matter_type == KIND:
        actions.strike(deadline.matter_id, stage=deadline.kind, step=step, at=at)
    elif deadline.matter_type == AID:
        actions.strike_aid(deadline.matter_id, step=step, at=at)


@receiver(consent_withdrawn, sender=CareReferral)
def consent_taken_back(sender, subject, by, at, **kwargs):
    actions.withdrawn(subject, by=by, at=at)


@receiver(post_save, sender=Restriction)
def became_restricted(sender, instance, created, **kwargs):
    if created and instance.matter_type == KIND:
        for referral in CareReferral.objects.filter(pk=instance.matter_id):
            actions.restricted(referral, by=instance.by, at=instance.at)


@receiver(pre_delete, sender=Person)
def person_forgotten(sender, instance, **kwargs):
    actions.person_gone(instance, at=now())
