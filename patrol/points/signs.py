"""The sign at a point: a QR code that nobody can make up, and that a new sign makes worthless."""

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from .models import PatrolPoint

SALT = "patrol.point"


def token(point: PatrolPoint) -> str:
    """What the sign of today says: key and number of the sign, signed."""
    return Signer(salt=SALT).sign(f"{point.pk}-{point.sign}")


def url(point: PatrolPoint) -> str:
    """The path that a phone's camera opens; the host is put before it where the sign is printed."""
    return reverse("patrol:here", args=[token(point)])


def scanned(text: str) -> PatrolPoint | None:
    """The point whose sign says `text`; None for a sign that is forged, of old, or of a point that was given up."""
    try:
        key, number = Signer(salt=SALT).unsign(text).split("-")
    except (BadSignature, ValueError):
        return None
    return PatrolPoint.objects.in_use().filter(pk=key, sign=number).first()
