"""{% load protection %}: personal data masked, or in clear while a reveal is open."""

from django import template
from django.utils.html import format_html
from django.utils.timezone import now

register = template.Library()


@register.filter
def seconds_left(shown) -> int:
    """Of an open reveal, rounded up: a page without script that loads itself again then finds it over."""
    return max(int((shown.until - now()).total_seconds()) + 1, 0)


@register.simple_tag
def veil(shown, clear: str, masked: str = "") -> str:
    """{% veil reveal party.phone party.masked_phone %}: in clear while `reveal` is open, then masked on the page itself
    (behaviours/veil.js). Without `masked` it is nothing without a reveal, and goes from the page."""
    if not shown or not clear:
        return masked
    return format_html('<span data-behaviour="veil" data-left="{}" data-masked="{}">{}</span>',
                       seconds_left(shown), masked, clear)
