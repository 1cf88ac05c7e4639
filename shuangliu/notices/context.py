"""The bell: how many unread notices, on every page that prints it and nowhere else."""

from django.utils.functional import SimpleLazyObject

from .models import Notice


def bell(request) -> dict:
    """Template context: `unread`, counted when it is first printed, up to one more than models.notice.MANY."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {"unread": SimpleLazyObject(Notice.objects.visible_to(user).unread().capped_count)}
