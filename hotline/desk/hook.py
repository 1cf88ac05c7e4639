"""What the telephone system tells us, as JSON: one message for each thing that befalls a call
(docs/howto/connect-a-telephone-system.md)."""

import json

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import holds, posts_for
from grids.models import Area, Post
from grids.roles import AGENTS
from shuangliu.accounts.models import User

from ..models import HotlineLine
from . import actions
from .models import Call
from .phones import normal


class Event(TextChoices):
    RING = "ring", _("Ringing")
    ANSWER = "answer", _("answered")
    END = "end", _("Ended")
    MISS = "miss", _("Missed")


class Message(forms.Form):
    """{"event", "call_id", "from", "to", "agent"}: "from" may be withheld, "agent" is a user name, empty while the call
    waits for a free one."""

    event = forms.ChoiceField(choices=Event.choices, required=False)
    call_id = forms.CharField(max_length=64)
    to = forms.CharField(max_length=40, required=False)
    agent = forms.CharField(max_length=150, required=False)

    def clean_event(self) -> Event:
        return Event(self.cleaned_data["event"] or Event.RING)

    def clean_agent(self) -> User | None:
        name = self.cleaned_data["agent"]
        agent = User.objects.filter(username=name, is_active=True).first() if name else None
        if name and not (agent and holds(agent, "call.take")):
            raise ValidationError(_("There is no agent of the hotline with this user name."))
        return agent

    def clean(self):
        given = self.cleaned_data
        if given.get("event") == Event.RING and not given.get("to") and "to" not in self.errors:
            self.add_error("to", _("Which number was dialled?"))
        elif given.get("event") not in (None, Event.RING) and given.get("call_id"):
            given["call"] = Call.objects.filter(call_id=given["call_id"]).first()
            if given["call"] is None:
                self.add_error("call_id", _("This call has not rung here."))
        if given.get("event") == Event.RING and _area_of(given.get("agent")) is None:
            self.add_error(None, _("Nobody answers the hotline yet: give an agent a post first."))
        return given


def read(body: bytes) -> Message:
    """The message in the body of a request; one that cannot be read is a message without fields."""
    try:
        data = json.loads(body)
    except ValueError:
        data = {}
    data = data if isinstance(data, dict) else {}
    # Texts and numbers are what the form takes; anything else is nothing.
    message = Message({name: str(value) for name, value in data.items() if isinstance(value, str | int)})
    message.phone = normal(str(data.get("from") or ""))
    return message


def hear(message: Message, *, at) -> tuple[Call, bool]:
    """Let it happen: the call, and whether it is new."""
    given = message.cleaned_data
    match given["event"]:
        case Event.RING:
            agent, dialled = given["agent"], normal(given["to"]) or given["to"][:20]
            return actions.ring(
                at=at, call_id=given["call_id"], dialled=dialled, phone=message.phone, agent=agent,
                area=_area_of(agent), line=HotlineLine.objects.filter(number=dialled, is_active=True).first())
        case Event.ANSWER:
            actions.answer_call(given["call"], at=at, agent=given["agent"])
        case Event.END:
            actions.end_call(given["call"], at=at)
        case Event.MISS:
            actions.miss_call(given["call"], at=at)
    return given["call"], False


def _area_of(agent: User | None) -> Area | None:
    """The county whose hotline it is: that of the agent; of a call without one, that of whoever answers here."""
    if agent:
        return posts_for(agent, "call.take")[0].area
    post = Post.objects.filter(role__in=AGENTS).on(localdate()).select_related("area").order_by("id").first()
    return post and post.area
