"""Number and six-digit code: how somebody without an account opens what is theirs."""

import re
import secrets
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

UNMISTAKABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0 O 1 I L
TWELVE = re.compile(r"[2-9A-HJKMNP-Z]{12}")


def six_digits() -> str:
    """A query code, said on the telephone."""
    return f"{secrets.randbelow(10**6):06d}"


def twelve_marks() -> str:
    """The check code at the foot of a paper."""
    return "".join(secrets.choice(UNMISTAKABLE) for _mark in range(12))


def marks(text: str) -> str:
    """A check code as somebody typed it: "" for what can be none."""
    plain = re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", text)).upper()
    return plain if TWELVE.fullmatch(plain) else ""


def narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "")


class CodeForm(forms.Form):
    """A subclass names the pattern of its numbers (its first group are the digits), and how they begin and look."""

    pattern: re.Pattern
    begins = looks = ""

    number = forms.CharField(label=_("Your number"), max_length=24,
                             widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}))
    code = forms.CharField(label=_("Six-digit code"), max_length=12,
                           widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}))

    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["number"].help_text = self.begins

    def clean_number(self) -> int:
        found = self.pattern.fullmatch(narrow(self.cleaned_data["number"]))
        if not found:
            raise ValidationError(self.looks)
        return int(found[1])

    def clean_code(self) -> str:
        code = narrow(self.cleaned_data["code"])
        if not (code.isascii() and code.isdigit() and len(code) == 6):
            raise ValidationError(_("The code has six digits."))
        return code
