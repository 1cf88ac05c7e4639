"""What a browser may see for a while without an account, by a signed cookie that only these pages get: the receipt of
what it has just sent, and the ticket whose number and code it knows."""

from django.urls import reverse

from hotline.models import Ticket

SENT, FOLLOWED = "portal_sent", "portal_followed"
LASTS = {SENT: 15 * 60, FOLLOWED: 30 * 60}  # seconds; a library's computer forgets soon


def give(request, response, name: str, ticket: Ticket):
    response.set_signed_cookie(name, ticket.pk, salt=f"hotline.{name}", max_age=LASTS[name], path=_path(),
                               httponly=True, samesite="Lax", secure=request.is_secure())
    return response


def take(request, name: str) -> Ticket | None:
    """The ticket, None when the time is over."""
    pk = request.get_signed_cookie(name, default=None, salt=f"hotline.{name}", max_age=LASTS[name])
    return pk and Ticket.objects.for_detail().filter(pk=int(pk)).first()


def forget(response, name: str):
    response.delete_cookie(name, path=_path(), samesite="Lax")
    return response


def _path() -> str:
    return reverse("portal:home")
