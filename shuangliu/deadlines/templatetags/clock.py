"""{% load clock %}: {% deadline_clock clock %} in a line, {% deadline_panel clock label %} above a page."""

from datetime import datetime

from django import template
from django.utils.timezone import now

from ..face import show
from ..models import Deadline

register = template.Library()


@register.simple_tag
def deadline_clock(clock: Deadline | None, at: datetime | None = None) -> str:
    """How long is left, counting on in the browser. Nothing without a clock."""
    return show(clock, now=at or now()) if clock else ""


@register.inclusion_tag("deadlines/_clock.html")
def deadline_panel(clock: Deadline | None, label: str = "", at: datetime | None = None) -> dict:
    """The clock, large, with what it is for, its limit and the moment it is due. Nothing without a clock."""
    return {"clock": clock, "label": label, "face": deadline_clock(clock, at)}
