"""One way of writing a phone number, so that the same caller is found again however their number comes in."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

PHONE = re.compile(r"\d{3,20}")
MOBILE = re.compile(r"(?:0086|86|0)?(1[3-9]\d{9})")


def normal(text: str) -> str:
    """Digits alone; a mobile without the 0 of long distance and without +86. What is no number becomes "": a withheld
    one comes as "anonymous" or worse."""
    plain = unicodedata.normalize("NFKC", text)
    digits = re.sub(r"[\s()+-]", "", plain)
    if not PHONE.fullmatch(digits):
        return ""
    mobile = MOBILE.fullmatch(digits)
    return mobile[1] if mobile else digits


def clean(text: str) -> str:
    """The number that somebody typed, or nothing. Raises ValidationError for what is none."""
    found = normal(text)
    if text.strip() and not found:
        raise ValidationError(_("A phone number has digits only."))
    return found
