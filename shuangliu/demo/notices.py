"""What the acts have told people, as it stands on the morning of the tour: nobody has a week of unread notices."""

from datetime import timedelta

from shuangliu.notices.models import Notice

from .world import World

READ_AFTER = timedelta(hours=20)


def read(world: World) -> int:
    """Everybody has read what is older than last afternoon; returns how many notices there are."""
    Notice.objects.filter(at__lt=world.at - READ_AFTER).read(world.at)
    return Notice.objects.count()
