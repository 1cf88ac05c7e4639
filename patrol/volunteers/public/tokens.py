"""Which record a browser may see for a while, by a signed cookie that only these pages get."""

from django.urls import reverse

from ..models import Volunteer

SENT, FOLLOWED = "volunteer_sent", "volunteer_followed"
LASTS = {SENT: 15 * 60, FOLLOWED: 30 * 60}  # seconds; a library's computer forgets soon


def give(request, response, name: str, volunteer: Volunteer):
    response.set_signed_cookie(name, volunteer.pk, salt=f"patrol.{name}", max_age=LASTS[name], path=_path(),
                               httponly=True, samesite="Lax", secure=request.is_secure())
    return response


def take(request, name: str) -> Volunteer | None:
    """None when the time is over, or the name is forgotten."""
    pk = request.get_signed_cookie(name, default="", salt=f"patrol.{name}", max_age=LASTS[name])
    return Volunteer.objects.for_detail().filter(pk=pk, forgotten_at=None).first() if pk else None


def forget(response, name: str):
    response.delete_cookie(name, path=_path(), samesite="Lax")
    return response


def _path() -> str:
    return reverse("volunteers:home")
