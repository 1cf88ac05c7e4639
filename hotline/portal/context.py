"""What every page for the public prints."""

from django.conf import settings


def numbers(request) -> dict:
    """The county's number, to be tapped."""
    return {"hotline": settings.HOTLINE_NUMBER}
