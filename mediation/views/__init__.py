"""The pages of /mediation/."""

from .acts import ACT_VIEWS
from .detail import case_detail
from .export import case_export
from .lists import case_list
from .notice import case_notice
from .openings import case_open, case_openings
from .register import case_new, case_same

__all__ = ["ACT_VIEWS", "case_detail", "case_export", "case_list", "case_new", "case_notice", "case_open",
           "case_openings", "case_same"]
