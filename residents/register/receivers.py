"""What the register does when somebody moves."""

from django.dispatch import receiver

from ..signals import person_moved
from . import news
from .duplicates import follow


@receiver(person_moved)
def pairs_follow(sender, *, person, **more):
    follow(person)


@receiver(person_moved)
def registrar_left_behind_hears(sender, *, person, home, before, area_key_before, by, at, is_one_of_many=False, **more):
    # Who tells of many at once sees to one notice for all of them.
    if home and not is_one_of_many:
        news.tell_left([(person, before and before.dwelling, area_key_before)], by=by, at=at)
