"""What a model with personal data says of itself: why it is kept, by which right, how long, who gets it.

    class Caller(models.Model):
        personal = Personal(whose=_("people who call"), purpose=_("…"), basis=_("…"), recipients=_("…"),
                            fields={"name": Data.NAME, "phone": Data.PHONE}, retention="ticket.contact")

The register of data processing (PIPL art. 5-7, 17, 55; Network data regulation art. 21) is made of these, for the
documents and for /public/. A test fails for a model with such a field that says nothing.
"""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Data(models.TextChoices):
    """Kinds of personal data."""

    NAME = "name", _("name of a person")
    PHONE = "phone", _("phone")
    IDENTITY = "identity", _("identity document and its number")
    BIRTH = "birth", _("birthday and sex")
    ADDRESS = "address", _("address")
    MAIL = "mail", _("mail address or chat group")
    WORK = "work", _("work: post, employer, training, certificates")
    WORDS = "words", _("what somebody said or wrote")
    PICTURE = "picture", _("photos and papers")
    POINT = "point", _("a point on the map, given by hand")
    NETWORK = "network", _("network address")
    MARK = "mark", _("a mark that cannot be read back (keyed hash)")
    LINK = "link", _("that somebody took part")


@dataclass(frozen=True)
class Personal:
    """`retention` names the rule by which it is forgotten; `kept` says in words how long where there is none."""

    whose: Any
    purpose: Any
    basis: Any
    recipients: Any
    fields: dict[str, Data]
    retention: str = ""
    kept: Any = ""

    def __post_init__(self):
        if bool(self.retention) == bool(self.kept):
            raise ValueError("Say a retention rule or, in words, how long it is kept: one of both.")


# What is the same for all who work for the county, wherever it stands.
STAFF = {
    "whose": _("people who work for the county"),
    "purpose": _("to say who may do what, and who did it"),
    "basis": _("statutory duty of the offices and their employment (Personal Information Protection Law, article 13)"),
    "recipients": _("the offices they work with"),
    "kept": _("while they serve, then with the matters they handled"),
}
