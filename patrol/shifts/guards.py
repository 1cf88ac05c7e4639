"""The photos of a check-in are seen by whoever sees its shift."""

from .models import CheckIn, Shift


def sees(user, pk: int) -> bool:
    return CheckIn.objects.filter(pk=pk, shift__in=Shift.objects.visible_to(user)).exists()
