from .acts import ACT_VIEWS
from .call_backs import call_backs
from .circular import ticket_circular
from .detail import ticket_detail
from .export import ticket_export
from .lists import ticket_filter, ticket_filter_counts, ticket_filters, ticket_list, ticket_search
from .quality import quality_detail, quality_list

__all__ = ["ACT_VIEWS", "call_backs", "quality_detail", "quality_list", "ticket_circular", "ticket_detail",
           "ticket_export", "ticket_filter", "ticket_filter_counts", "ticket_filters", "ticket_list", "ticket_search"]
