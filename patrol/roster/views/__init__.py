"""The pages of the roster: a week, what it is filled from, templates."""

from .filling import roster_fill, roster_keep
from .templates import (
    template_add,
    template_detail,
    template_drop,
    template_line,
    template_list,
    template_new,
)
from .week import roster, roster_publish

__all__ = ["roster", "roster_fill", "roster_keep", "roster_publish", "template_add", "template_detail",
           "template_drop", "template_line", "template_list", "template_new"]
