"""A call is taken down and comes to its end in one go: both are stored, or neither."""

from datetime import datetime

from django.db import transaction
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from ... import actions
from ...models import Ticket
from ..models import Call
from .calls import answer_call


class End(TextChoices):
    """How the agent ends the form."""

    ANSWER = "answer", _("Answered directly")
    DISPATCH = "dispatch", _("Send to the office")
    MEDIATE = "mediate", _("Send to mediation")
    EMERGENCY = "emergency", _("Emergency number told")
    INVALID = "invalid", _("No concern")
    JOIN = "join", _("Same as an earlier ticket")
    KEEP = "keep", _("Decide later")


# The act on the ticket to which an end leads; what is told an emergency number has been answered.
ACTS = {End.ANSWER: actions.answer, End.DISPATCH: actions.dispatch, End.MEDIATE: actions.mediate,
        End.EMERGENCY: actions.answer, End.INVALID: actions.invalidate, End.JOIN: actions.join}


@transaction.atomic
def take_down(*, by, at: datetime, end: str, given: dict, details: dict, call: Call | None = None,
              ) -> tuple[Ticket, bool]:
    """The ticket of `given` (actions.receive), ended by the act of `end` with its `details`; and whether it is new:
    the same form sent again changes nothing. Raises what receiving and the act raise; then nothing has happened."""
    ticket, is_new = actions.receive(by=by, at=at, **given)
    if not is_new:
        return ticket, False
    if call:
        answer_call(call, at=at, agent=by)  # the telephone system had not told us
        call.tickets.add(ticket)
    if end != End.KEEP:
        ACTS[End(end)](ticket, by=by, at=at, **details)
    return ticket, True
