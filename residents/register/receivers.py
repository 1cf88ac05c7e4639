"""What the register does when somebody moves."""

from django.dispatch import receiver

from ..signals import person_moved
from .duplicates import follow


@receiver(person_moved)
def pairs_follow(sender, *, person, **more):
    follow(person)
