"""The pages of /incidents/."""

from .acts import ACT_VIEWS
from .bulk import incident_bulk
from .demands import DEMAND_VIEWS, demand_list
from .detail import incident_detail
from .export import incident_export
from .lists import incident_columns, incident_filter, incident_filter_counts, incident_filters, incident_list
from .presence import incident_presence
from .report import incident_new
from .rules import rule_list
from .search import incident_search
from .similar import incident_similar

__all__ = [
    "ACT_VIEWS", "DEMAND_VIEWS", "demand_list", "incident_bulk", "incident_columns", "incident_detail",
    "incident_export", "incident_filter", "incident_filter_counts", "incident_filters", "incident_list", "incident_new",
    "incident_presence", "incident_search", "incident_similar", "rule_list",
]
