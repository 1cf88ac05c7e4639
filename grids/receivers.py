"""Whoever becomes a grid worker has a file from that day on."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from .models import Post, WorkerFile
from .roles import Role


@receiver(post_save, sender=Post)
def post_given(sender, instance: Post, created: bool, raw: bool = False, **kwargs):
    if created and not raw and instance.role == Role.GRID_WORKER:
        WorkerFile.objects.get_or_create(user=instance.user)
