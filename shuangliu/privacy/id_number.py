"""Citizen identity numbers (GB 11643): normalising and checking."""

import unicodedata
from datetime import date
from operator import mul

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ZEROS = ord("0") * sum(WEIGHTS)  # what 17 zeros come to as bytes
CHECK_DIGITS = "10X98765432"
CENTENARIANS = ("996", "997", "998", "999")


def normalise(number: str) -> str:
    """Full-width digits narrowed, spaces dropped, X upper-case."""
    return unicodedata.normalize("NFKC", number).replace(" ", "").upper()


def upgraded(number: str) -> str:
    """The 18 characters of a number of 15 digits (first generation, no check digit); any other as it is.

    Their years are those of 1900, but of people who were a hundred already (serial 996 to 999: 18..).
    """
    if len(number) != 15 or not (number.isascii() and number.isdigit()):
        return number
    century = "18" if number[12:] in CENTENARIANS else "19"
    first17 = number[:6] + century + number[6:]
    return first17 + check_digit(first17)


def check_digit(first17: str) -> str:
    """The 18th character that belongs to 17 digits (ASCII)."""
    return CHECK_DIGITS[(sum(map(mul, WEIGHTS, first17.encode())) - ZEROS) % 11]


def born_on(number: str) -> date:
    """Birthday in an 18-character number. Raises ValueError for a day that does not exist."""
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def validate(number: str, *, today: date) -> None:
    """Raise ValidationError unless `number` (normalised) is well formed: digits, a real birthday not after
    `today`, the right check digit. Area codes are not looked up: codes that were abolished stay valid."""
    if len(number) != 18 or not number[:17].isascii() or not number[:17].isdigit():
        raise ValidationError(_("An ID number has 18 characters: 17 digits and a digit or X."), code="format")
    try:
        birthday = born_on(number)
    except ValueError:
        raise ValidationError(_("The birthday in this ID number does not exist."), code="birthday") from None
    if birthday > today:
        raise ValidationError(_("The birthday in this ID number lies in the future."), code="birthday")
    if check_digit(number[:17]) != number[17]:
        raise ValidationError(_("The last character of this ID number does not fit the others."), code="check")
