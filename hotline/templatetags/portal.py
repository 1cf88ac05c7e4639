"""{% load portal %}: what the pages for everybody ask."""

from django import template

from hotline.portal.type_size import is_large

register = template.Library()
register.filter("is_large", is_large)
