"""What people can do to a ticket: for each act its form, its action and how it is offered. The order is that of the
buttons: the first that is possible is the next thing to do."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may

from . import actions, forms
from .deed import Deed
from .models import Ticket
from .states import Act, allowed

DEEDS: dict[str, Deed] = {deed.act.value: deed for deed in (
    Deed(Act.DISPATCH, forms.DispatchForm, actions.dispatch, "send", _("Sent. The office has it now."),
         _("It becomes an incident, or joins one that others have reported. The office never learns who called."),
         template="hotline/ticket_dispatch.html"),
    Deed(Act.REVIEW, forms.ReviewForm, actions.review, "check-circle", _("Passed. The caller is called next."),
         _("Does the reply answer what was asked? Put it into words for the caller."), keeps_draft=True),
    Deed(Act.CALL_BACK, forms.CallBackForm, actions.call_back, "phone", _("The call-back is entered."),
         _("Give the answer, then ask how satisfied they are. Nobody answers: it is tried again some hours later, "
           "three times in all. Not satisfied: it is done again once, in half the time."),
         template="hotline/ticket_call_back.html", keeps_draft=True),
    Deed(Act.TELL, forms.NoteForm, actions.tell, "phone", _("Noted: the caller knows."),
         _("The office takes longer. Tell the caller until when, and why.")),
    Deed(Act.ANSWER, forms.AnswerForm, actions.answer, "check", _("Answered. Nobody else has to act."),
         _("The caller has the answer, from the knowledge base or from you."), keeps_draft=True),
    Deed(Act.MEDIATE, forms.MediateForm, actions.mediate, "scale", _("The mediation centre has it now."),
         _("A dispute goes to the mediation centre of its place; the parties say there who they are.")),
    Deed(Act.JOIN, forms.JoinForm, actions.join, "link", _("Joined. The office is reminded of the earlier one."),
         _("The same caller asks again about the same matter: the earlier ticket goes on, and its office is "
           "reminded. What another caller reports is sent on by itself.")),
    Deed(Act.REMIND, forms.NoteForm, actions.remind, "bell", _("The office is reminded."),
         _("Whoever has the matter hears that the caller waits. They see the note, without the name.")),
    Deed(Act.SEND_BACK, forms.ReasonForm, actions.send_back, "refresh", _("It is done again."),
         _("The reply is none: the office does it again, in half the time."), grave=True),
    Deed(Act.CORRECT, forms.CorrectForm, actions.correct, "edit", _("Put right."),
         _("Before anybody has acted on it."), template="hotline/ticket_correct.html"),
    Deed(Act.RESTORE, forms.ReasonForm, actions.restore, "refresh", _("Taken up again. Please decide on it."),
         _("It was a concern of its own after all; its time runs anew from now.")),
    Deed(Act.REOPEN, forms.ReasonForm, actions.reopen, "refresh", _("It is open again."),
         _("The caller says within 30 days that it is not settled. The first time it is done again at once, later the "
           "supervisor decides.")),
    Deed(Act.INVALIDATE, forms.InvalidateForm, actions.invalidate, "x", _("Marked as invalid."),
         _("No concern: a wrong number, silence, abuse. It is counted apart, and can be taken up again."), grave=True),
)}

# Beyond the state: what the ticket as it is gives room for.
ROOM: dict[str, Callable[[Ticket, datetime], bool]] = {
    Act.TELL: lambda ticket, at: ticket.to_be_told,
    Act.REMIND: lambda ticket, at: not actions.was_reminded(ticket, at),
    Act.REOPEN: actions.may_be_reopened,
}
WHY_NOT = {
    Act.TELL: _("The caller has been told, or there is nothing to tell."),
    Act.REMIND: _("The office was reminded within the last hour."),
    Act.REOPEN: _("It is too late: please take it down as a new ticket."),
}


def is_due(act: str, ticket: Ticket, at: datetime) -> bool:
    room = ROOM.get(act)
    return room is None or room(ticket, at)


def offered(ticket: Ticket, user, at: datetime) -> list[Deed]:
    """What `user` may do to the ticket now, the next thing first. Where somebody waits to be told, that comes first."""
    found = [deed for deed in DEEDS.values() if allowed(deed.act, ticket.state)
             and may(user, f"ticket.{deed.act}", ticket) and is_due(deed.act, ticket, at)]
    return sorted(found, key=lambda deed: deed.act != Act.TELL)
