"""Is a certificate of hours genuine? Said to anybody who has it in hand, with the name masked."""

from django.conf import settings
from django.urls import reverse

from shuangliu.guard import codes

from .models import Certificate


def address(request) -> str:
    """Where certificates are verified, as the outside reaches us."""
    path = reverse("volunteers:verify")
    return settings.PUBLIC_URL + path if settings.PUBLIC_URL else request.build_absolute_uri(path)


def verify(code: str) -> Certificate | None:
    """The certificate with this check code; None for none."""
    if not (marks := codes.marks(code)):
        return None
    return Certificate.objects.select_related("volunteer__area").defer("volunteer__area__outline").filter(
        check_code=marks).first()
