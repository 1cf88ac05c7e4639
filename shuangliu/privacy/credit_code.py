"""Unified social credit codes of organisations (GB 32100): normalising as ID numbers, and checking."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I, O, S, V, Z: they look like digits


def check_character(first17: str) -> str:
    """The 18th character that belongs to 17. Raises ValueError for a character that codes do not use."""
    total = sum(3**place % 31 * ALPHABET.index(mark) for place, mark in enumerate(first17))
    return ALPHABET[-total % 31]


def validate(code: str) -> None:
    """Raise ValidationError unless `code` (normalised) is well formed and its last character fits."""
    if len(code) != 18 or not set(code) <= set(ALPHABET):
        raise ValidationError(_("A credit code has 18 characters: digits and capitals without I, O, S, V, Z."),
                              code="format")
    if check_character(code[:17]) != code[17]:
        raise ValidationError(_("The last character of this credit code does not fit the others."), code="check")
