"""{% load figures %}: numbers as links to what they count."""

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from shuangliu.indicators.figures import Cell, Number

register = template.Library()


@register.filter
def linked(number: Number) -> str | SafeString:
    """The count, as a link where the reader may open the list behind it."""
    if number.url is None:
        return str(number.count)
    # As format_html would, but at a third of its price: a dashboard prints hundreds.
    return mark_safe(f'<a href="{escape(number.url)}">{number.count}</a>')  # noqa: S308


@register.filter
def ratio(cell: Cell) -> SafeString:
    """Numerator and denominator of a rate: 12861/13395."""
    return format_html("{}/{}", linked(cell.numerator), linked(cell.denominator))
