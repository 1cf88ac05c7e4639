"""A special day that is edited counts at once."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from . import calendars
from .models import SpecialDay


@receiver([post_save, post_delete], sender=SpecialDay)
def forget_calendar(sender, **kwargs):
    calendars.forget()
