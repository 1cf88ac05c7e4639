"""Who may see the files of a ticket, and those of the incident in which it is being settled: photos of the result are
part of the reply."""

from .models import Ticket


def sees(user, pk: int) -> bool:
    return Ticket.objects.visible_to(user).filter(pk=pk).exists()


def sees_incident(user, pk: int) -> bool:
    return Ticket.objects.visible_to(user).filter(incident=pk).exists()
