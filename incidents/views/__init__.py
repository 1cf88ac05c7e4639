"""The pages of /incidents/."""

from .acts import ACT_VIEWS
from .demands import DEMAND_VIEWS, demand_list
from .detail import incident_detail
from .lists import incident_list
from .report import incident_new
from .search import incident_search
from .similar import incident_similar

__all__ = ["ACT_VIEWS", "DEMAND_VIEWS", "demand_list", "incident_detail", "incident_list", "incident_new",
           "incident_search", "incident_similar"]
