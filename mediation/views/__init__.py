"""The pages of /mediation/."""

from .acts import ACT_VIEWS, case_reveal
from .detail import case_detail
from .export import case_export
from .lists import case_list
from .register import case_new

__all__ = ["ACT_VIEWS", "case_detail", "case_export", "case_list", "case_new", "case_reveal"]
