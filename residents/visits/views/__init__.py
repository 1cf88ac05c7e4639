"""The pages of visits: of the registrar, of the worker, and of coverage."""

from .asking import visit_ask, visit_plan
from .coverage import coverage_list
from .desk import visit_cancel, visit_detail, visit_enter, visit_list
from .field import visit_report

__all__ = ["coverage_list", "visit_ask", "visit_cancel", "visit_detail", "visit_enter", "visit_list", "visit_plan",
           "visit_report"]
