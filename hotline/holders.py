"""What the hotline holds of a person, for the person: what they called or wrote about, and the calls themselves. Found
by the phone alone, once it is proven to be theirs, or by number and code of a ticket.

Incidents that came of a ticket name no caller, and so hold nothing of them (PIPL art. 6).
"""

from django.utils.translation import gettext_lazy as _

from hotline.models import Call, Ticket
from hotline.states import OVER
from shuangliu.subjects.registry import Holder, holder
from shuangliu.subjects.states import Ground


@holder("hotline.ticket", _("Tickets of the hotline"), act="ticket.view")
class Tickets(Holder):
    kept = _("It is still being handled; name and phone are masked half a year after it is closed.")

    def find(self, who):
        found = {}
        if who.phone:
            found = {one.pk: one for one in Ticket.objects.filter(caller__phone_hash__of=who.phone)}
        if who.is_about(Ticket):
            found[who.about.pk] = who.about
        return list(found.values())

    def facts(self, ticket):
        caller = ticket.caller
        return [(_("came by"), ticket.get_channel_display()), (_("kind"), ticket.get_kind_display()),
                (_("what was said"), ticket.said), (_("place"), ticket.place), (_("received at"), ticket.received_at),
                (_("state"), ticket.get_state_display()), (_("answer"), ticket.answer),
                (_("closed at"), ticket.closed_at), (_("satisfaction"), ticket.get_satisfaction_display()),
                (_("words of the caller"), ticket.judgement),
                *([(_("wants to be called"), caller.name), (_("phone"), caller.phone)] if caller else [])]

    def correct_at(self, ticket):
        return ticket.get_absolute_url()

    def forgotten_by(self, ticket):
        return ("ticket.contact", ticket) if ticket.state in OVER and ticket.closed_at and ticket.caller_id else None

    def why_used(self, ticket):
        if ticket.is_open:
            return Ground.NEEDED, str(_("The ticket is being handled."))
        return "", ""

    def restricts(self, ticket):
        return [one for one in (ticket, ticket.caller) if one is not None]


@holder("hotline.call", _("Calls to the hotline"), act="ticket.view")
class Calls(Holder):
    kept = _("The number is taken out half a year after the call.")

    def find(self, who):
        return list(Call.objects.filter(phone_hash__of=who.phone).exclude(phone_hash="")) if who.phone else []

    def facts(self, call):
        return [(_("rang at"), call.rang_at), (_("ended at"), call.ended_at), (_("phone"), call.phone)]

    def forgotten_by(self, call):
        return ("call.phone", call) if call.ended_at else None
