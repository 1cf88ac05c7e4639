"""What becomes of a batch and of its rows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """uploaded → checking → checked → carrying → carried → undoing → undone; a dropped one has been thrown away."""

    UPLOADED = "uploaded", _("Columns to be looked at")
    CHECKING = "checking", _("Being checked")
    CHECKED = "checked", _("Checked, not carried out")
    CARRYING = "carrying", _("Being carried out")
    CARRIED = "carried", _("Carried out")
    UNDOING = "undoing", _("Being taken back")
    UNDONE = "undone", _("Taken back")
    FAILED = "failed", _("Cannot be read")
    DROPPED = "dropped", _("Thrown away")


RUNNING = [State.CHECKING, State.CARRYING, State.UNDOING]
OPEN = [State.UPLOADED, State.CHECKED, State.FAILED]  # may be thrown away


class Outcome(models.TextChoices):
    """What a row would do to the register, as the dry run finds it."""

    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    SAME = "same", _("The same")
    SUSPICIOUS = "suspicious", _("To decide")
    REFUSED = "refused", _("Refused")


class Decision(models.TextChoices):
    """`them` and `card` take the row too: as the person who is in the register, and as seen on the card."""

    NONE = "", _("Not decided")
    TAKE = "take", _("Take it")
    THEM = "them", _("It is that person")
    CARD = "card", _("Card seen, take it")
    LEAVE = "leave", _("Leave it out")


TAKEN = [Decision.TAKE, Decision.THEM, Decision.CARD]
