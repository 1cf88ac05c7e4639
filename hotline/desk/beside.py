"""What stands beside the form while it is being filled in: who calls, and what their words are like."""

from datetime import datetime

from django.utils.timezone import localdate

from incidents.forms import SimilarForm
from shuangliu.pages.forms import day_start

from ..discretion import glimpse
from ..knowledge import finding
from ..knowledge.models import Article
from ..models import Caller, Ticket
from . import likely, phones, same
from .models import Call

EARLIER = 8  # tickets of the caller that are shown


def caller(user, typed: str, at: datetime) -> dict:
    """Of a number: its caller, what they told before, and how often it rang today."""
    phone = phones.normal(typed)
    found = Caller.objects.with_phone(phone).first()
    earlier, times = [], 0
    if found:
        earlier = Ticket.objects.visible_to(user).filter(caller=found).for_queue().order_by("-id")[:EARLIER]
        today = Call.objects.visible_to(user).filter(rang_at__gte=day_start(localdate(at)))
        times = today.filter(phone_hash__of=phone).count()
    said = [(ticket, glimpse(ticket.content)) for ticket in earlier]
    return {"looked": phone, "caller": found, "earlier": said, "times": times}


def hints(user, typed, at: datetime) -> dict:
    """Of what is typed so far: the likely category, what was told already, and articles that answer it."""
    text, place = (typed.get("content") or "")[:2000], (typed.get("place") or "")[:200]
    where = SimilarForm({**{name: typed.get(name) for name in ("category", "longitude", "latitude")}, "text": text})
    near = same.near(user, at, **where.cleaned_data) if where.is_valid() else []
    told = same.told(user, at, text=text, place=place, besides=[one.pk for one in near]) if text or place else []
    articles = finding.find(text, today=localdate(at), among=Article.objects.visible_to(user))
    return {"likely": likely.likely(user, text), "near": near, "told": told,
            "articles": finding.explained(articles, text)}
