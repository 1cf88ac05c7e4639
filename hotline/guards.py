"""Who may see the files of a ticket."""

from .models import Ticket


def sees(user, pk: int) -> bool:
    return Ticket.objects.visible_to(user).filter(pk=pk).exists()
