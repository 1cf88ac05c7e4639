"""A channel that is edited counts at once; so does an account that is closed."""

from django.contrib.auth import get_user_model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from . import channels
from .models import Channel


@receiver([post_save, post_delete], sender=Channel)
@receiver(post_save, sender=get_user_model())
def forget_channels(sender, **kwargs):
    channels.forget()
