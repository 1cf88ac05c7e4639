"""/api/v1/tickets/: list and read, for the hotline's own people. Callers are on no answer of it."""

from functools import partial

from django.utils.timezone import now
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from grids.jurisdiction import get_or_404

from . import finding
from .forms import TicketFilter
from .models import Ticket
from .serializers import TicketDetailSerializer, TicketSerializer

FILTERS = [OpenApiParameter(name, str) for name in TicketFilter.base_fields if name != "caller"]


class TicketViewSet(viewsets.GenericViewSet):
    """Tickets under the caller's rights; acts are done on the pages."""

    allows = {"list": "ticket.view", "retrieve": "ticket.view"}
    queryset = Ticket.objects.none()
    serializer_class = TicketSerializer
    keyset_order = ("-id",)
    lookup_value_regex = r"\d+"

    @extend_schema(parameters=FILTERS)
    def list(self, request):
        """Newest first, narrowed by the filters of the list page but for the caller."""
        query = request.query_params.copy()
        query.pop("caller", None)
        form = TicketFilter(query, user=request.user)
        if not form.is_valid():
            raise ValidationError(form.errors)
        self.page_of = partial(finding.page_of, form, at=now(), around=Ticket.objects.visible_to(request.user))
        # Callers are read to take their names out of what was said.
        page = self.paginate_queryset(Ticket.objects.visible_to(request.user).prefetch_related("caller"))
        return self.get_paginated_response(TicketSerializer(page, many=True).data)

    @extend_schema(responses=TicketDetailSerializer)
    def retrieve(self, request, pk):
        """One ticket with its answer and its trail."""
        ticket = get_or_404(Ticket, pk, user=request.user, may="ticket.view", queryset=Ticket.objects.for_detail())
        return Response(TicketDetailSerializer(ticket).data)
