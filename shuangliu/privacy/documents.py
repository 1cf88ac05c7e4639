"""Papers by which people and organisations show who they are, and what their numbers look like.

Codes of GA/T 517 (the three characters that GB/T 31000-2015 asks for beside a number); a credit code has none there.
"""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from . import credit_code, id_number


class Document(models.TextChoices):
    """A residence permit for people of Hong Kong, Macao and Taiwan carries a number like an ID card, and is one
    here."""

    ID_CARD = "111", _("Resident ID card")
    HOUSEHOLD = "113", _("Household register")
    BIRTH = "117", _("Birth certificate")
    OFFICER = "114", _("Officer's card")
    PASSPORT = "414", _("Passport")
    HK_MACAO = "516", _("Travel permit of Hong Kong or Macao residents")
    TAIWAN = "511", _("Travel permit of Taiwan residents")
    FOREIGN_RESIDENT = "553", _("Foreigner's permanent residence card")
    OTHER = "990", _("Other document")
    CREDIT_CODE = "USC", _("Unified social credit code")


CITIZEN = {Document.ID_CARD, Document.HOUSEHOLD}  # numbers of GB 11643, which tell birthday and sex
PERSONAL = [document for document in Document if document != Document.CREDIT_CODE]

SHAPES = {
    Document.BIRTH: re.compile(r"[A-Z]\d{9}"),
    Document.OFFICER: re.compile(r"\S{4,30}"),
    Document.PASSPORT: re.compile(r"(?=.*\d)[A-Z0-9]{6,12}"),
    Document.HK_MACAO: re.compile(r"[HM]\d{8}(\d{2})?"),
    Document.TAIWAN: re.compile(r"\d{8}|\d{10}[A-Z]?"),
    # The card of before 2017, and that with a number like an ID card's.
    Document.FOREIGN_RESIDENT: re.compile(r"[A-Z]{3}\d{12}|9\d{16}[\dX]"),
    Document.OTHER: re.compile(r"\S{3,30}"),
}
EXAMPLES = {
    Document.BIRTH: _("a capital and 9 digits"), Document.OFFICER: _("4 characters at least"),
    Document.PASSPORT: _("6 to 12 capitals and digits"), Document.HK_MACAO: _("H or M and 8 digits"),
    Document.TAIWAN: _("8 digits"), Document.FOREIGN_RESIDENT: _("3 capitals and 12 digits, or 18 digits"),
    Document.OTHER: _("3 characters at least"),
}

MAN, WOMAN = "1", "2"  # GB/T 2261.1


def validate(document: str, number: str, *, today: date) -> None:
    """Raise ValidationError unless `number` (id_number.normalise) can be one of this kind of document."""
    document = Document(document)
    if document in CITIZEN:
        id_number.validate(number, today=today)
    elif document == Document.CREDIT_CODE:
        credit_code.validate(number)
    elif not SHAPES[document].fullmatch(number):
        raise ValidationError(_("A number of “%(document)s” looks otherwise: %(example)s."), code="format",
                              params={"document": document.label, "example": EXAMPLES[document]})


def born_on(document: str, number: str) -> date | None:
    """The birthday that a number tells, None where it tells none."""
    try:
        return id_number.born_on(number) if document in CITIZEN else None
    except ValueError:
        return None


def sex(document: str, number: str) -> str:
    """The sex that a number tells ("1" man, "2" woman, GB/T 2261.1), "" where it tells none."""
    if document not in CITIZEN or len(number) != 18 or not number[16].isdigit():
        return ""
    return MAN if int(number[16]) % 2 else WOMAN
