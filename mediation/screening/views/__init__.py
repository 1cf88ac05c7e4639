"""The pages of screening and warning."""

from .lists import screening_list
from .point import point_detail, point_plan, point_reset
from .points import point_export, point_list
from .result import screening_take_back, screening_write
from .rule import warning_rule, warning_rule_new
from .situation import situation_export, situation_page
from .workload import workload_export, workload_page

__all__ = ["point_detail", "point_export", "point_list", "point_plan", "point_reset", "screening_list",
           "screening_take_back", "screening_write", "situation_export", "situation_page", "warning_rule",
           "warning_rule_new", "workload_export", "workload_page"]
