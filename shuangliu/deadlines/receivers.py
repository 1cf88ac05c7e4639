"""A special day or a rule that is edited counts at once."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from . import calendars
from .models import ClockRule, SpecialDay


@receiver([post_save, post_delete], sender=SpecialDay)
@receiver([post_save, post_delete], sender=ClockRule)
def forget_calendar(sender, **kwargs):
    calendars.forget()
