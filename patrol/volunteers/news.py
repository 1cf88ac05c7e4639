"""Who is told of call-ups: whoever is asked and has an account. The others are asked by their community, and answer by
phone or at the portal."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy

from shuangliu import notices

from .models import CallUp

KINDS = {"called": gettext_lazy("You are called up"), "cancelled": gettext_lazy("A call-up is cancelled")}


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    for name, words in KINDS.items():
        notices.kind(f"call-up.{name}", words)


def tell(call_up: CallUp, name: str, *, at: datetime) -> None:
    users = call_up.invitations.filter(volunteer__user__isnull=False).exclude(answer="no").values_list(
        "volunteer__user", flat=True)
    text = f"{call_up.title} · {localtime(call_up.starts_at):%m-%d %H:%M} · {call_up.place}"
    notices.tell(sorted(users), f"call-up.{name}", matter=call_up, text=text, url=reverse("patrol:me"), at=at)
