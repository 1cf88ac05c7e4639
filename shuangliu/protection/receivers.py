"""What is heard here: the log, so that every look is known by whose data it showed."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from shuangliu.audit.models import Entry

from . import looks


@receiver(post_save, sender=Entry)
def looked(sender, instance: Entry, created: bool, **kwargs):
    if created:
        looks.note([instance])
