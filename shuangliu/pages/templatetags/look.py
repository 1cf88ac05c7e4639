"""{% load look %}: icons, page headers, clocks and the tone of a state."""

from functools import cache

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html, json_script
from django.utils.safestring import mark_safe
from django.utils.timezone import now
from django.utils.translation import get_language

from shuangliu.pages import clocks, tones, words
from shuangliu.pages.requests import current_request

register = template.Library()
register.filter("tone", tones.tone)


@cache
def _sprite() -> str:
    return static("img/icons.svg")


@register.simple_tag
def icon(name: str, label: str = "") -> str:
    """{% icon "clock" %}: one of static/img/icons.svg. Mute beside a word; with a label it speaks for itself."""
    heard = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    # The size stands here too, so that a page whose styles are late or lost is not full of giants.
    return format_html(
        '<svg class="icon" width="20" height="20" {}><use href="{}#{}"/></svg>', heard, _sprite(), name
    )


@register.simple_block_tag
def page_header(content: str, title: str, note: str = "", back: str = "", back_label: str = "") -> str:
    """{% page_header title=… back=url back_label=… note=… %} buttons {% endpage_header %}"""
    return render_to_string(
        "parts/_page_header.html",
        {"title": title, "note": note, "back": back, "back_label": back_label, "actions": mark_safe(content.strip())}  # noqa: S308  (rendered by the engine, escaped there),
    )


@register.simple_tag
def clock(due_at, warn_at=None, at=None) -> str:
    """{% clock row.due_at row.warn_at %}: a running clock; nothing when there is none."""
    if due_at is None:
        return ""
    return clocks.show(due_at, now=at or now(), warn_at=warn_at)


@register.simple_tag
def behaviour_words() -> str:
    """The words of the behaviours, as JSON that words.js reads."""
    return _words_script(get_language())


@cache
def _words_script(language: str) -> str:
    return json_script(words.for_behaviours(), "words")


@register.simple_tag
def request_number() -> str:
    """The number of this request, for the error pages: they are rendered without a context."""
    request = current_request()
    return getattr(request, "number", "")
