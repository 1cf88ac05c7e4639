"""For what personal data may be looked at in clear: a closed list, so that purposes can be compared (domain.md §7
rule 2, PIPL art. 6). What fits none is said in words."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override


class Purpose(models.TextChoices):
    REACH = "reach", _("Call, write to or visit the person")
    IDENTIFY = "identify", _("Make sure that it is this person")
    WRITE = "write", _("Write or check a paper")
    HAND_ON = "hand_on", _("Hand it to the body that goes on with it")
    CORRECT = "correct", _("Put the data right")
    SUBJECT = "subject", _("Answer the person about their own data")
    OTHER = "other", _("Something else, in words")


SHORTEST = 4  # characters: less says nothing
LONGEST = 120


def said(purpose: str, words: str = "") -> str:
    """As it stands in the log, in the county's language."""
    with override(settings.LANGUAGE_CODE):
        label = "" if purpose == Purpose.OTHER else str(Purpose(purpose).label)
    return " · ".join(filter(None, [label, words]))
