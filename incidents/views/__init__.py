"""The pages of /incidents/."""

from .acts import ACT_VIEWS
from .bulk import incident_bulk
from .detail import incident_detail
from .lists import incident_list
from .report import incident_new

__all__ = ["ACT_VIEWS", "incident_bulk", "incident_detail", "incident_list", "incident_new"]
