"""What all API endpoints share: paging and errors."""

from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.response import Response
from rest_framework.views import exception_handler as drf_exception_handler

from . import keyset
from .conflict import Conflict


def exception_handler(error, context):
    """DRF's answers, and 409 with the reason for an act that the state does not allow."""
    if isinstance(error, Conflict):
        return Response({"detail": str(error), "code": "conflict"}, status=status.HTTP_409_CONFLICT)
    return drf_exception_handler(error, context)


class KeysetPagination(BasePagination):
    """`?after=<cursor>&limit=<1-200>`; answers {"next": cursor or null, "results": […]}.

    The viewset's `keyset_order` names the order; the cursor comes from the answer before. A viewset that finds its
    page in another way than keyset.page has a `page_of` that is called alike.
    """

    size, most = 50, 200

    def paginate_queryset(self, queryset, request, view=None):
        limit = request.query_params.get("limit", "")
        if limit and not (limit.isascii() and limit.isdigit() and 1 <= int(limit[:6]) <= self.most):
            raise ValidationError({"limit": [f"A whole number from 1 to {self.most}."]})
        try:
            page_of = getattr(view, "page_of", keyset.page)
            page = page_of(queryset, order=view.keyset_order, after=request.query_params.get("after"),
                           size=int(limit or self.size))
        except keyset.BadCursor as error:
            raise ValidationError({"after": ["Not a cursor of this list."]}) from error
        self.next_cursor = page.next_cursor
        return page.rows

    def get_paginated_response(self, data):
        return Response({"next": self.next_cursor, "results": data})

    def get_paginated_response_schema(self, schema):
        return {
            "type": "object",
            "required": ["next", "results"],
            "properties": {"next": {"type": "string", "nullable": True}, "results": schema},
        }

    def get_schema_operation_parameters(self, view):
        return [
            {"name": "after", "in": "query", "schema": {"type": "string"},
             "description": "cursor: `next` of the page before"},
            {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": self.most}},
        ]
