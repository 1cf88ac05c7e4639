"""{% load money %}: {{ amount|yuan }} and {{ amount|ten_thousands }} of what is kept in fen."""

from django import template

from patrol.courtyards.yuan import ten_thousands, yuan

register = template.Library()
register.filter("yuan", yuan)
register.filter("ten_thousands", ten_thousands)
