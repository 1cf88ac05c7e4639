"""What screening hears: every act on a case leaves an entry in the log, and with it the levels near it are looked at
again by the job (levels.catch_up). So no act has to know of them."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from grids.keys import truncate
from grids.models import Level
from mediation.models import Case
from shuangliu.audit.models import Entry

from .models import Touch

# They change neither number nor size nor lateness of open cases.
QUIET = {"case.revealed", "case.session_held", "case.warned"}


@receiver(post_save, sender=Entry)
def touch(sender, instance: Entry, created: bool, **kwargs):
    if instance.matter_type == Case._meta.label_lower and instance.verb not in QUIET:
        Touch.objects.create(case_id=instance.matter_id, community_key=truncate(instance.area_key, Level.COMMUNITY))
