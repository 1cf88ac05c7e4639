"""Who may open the papers of an application: whoever sees it."""

from .models import AidApplication


def sees(user, pk: int) -> bool:
    return AidApplication.objects.visible_to(user).filter(pk=pk).exists()
