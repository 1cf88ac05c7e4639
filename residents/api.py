"""/api/v1/residents/: list and read, masked; acts are done on the pages."""

from django.utils.timezone import localdate
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from grids.jurisdiction import get_or_404
from grids.models import Area

from .models import Person
from .register.areas import places, within
from .register.exports import without_children
from .register.views.lists import HOMES
from .serializers import PersonSerializer


class PersonViewSet(viewsets.GenericViewSet):
    """Residents under the caller's rights. Names and numbers are masked, and nothing here shows them in clear. Children
    under 14, and those whose age nobody knows, are left out: their data leave by their guardian alone."""

    allows = {"list": "person.view", "retrieve": "person.view"}
    queryset = Person.objects.none()
    serializer_class = PersonSerializer
    keyset_order = ("-id",)
    lookup_value_regex = r"\d+"

    @extend_schema(parameters=[OpenApiParameter("area", str, description="code of a community or grid")])
    def list(self, request):
        """Newest first, of all one's areas or of one of them."""
        rows = self._shown()
        if code := request.query_params.get("area"):
            area = Area.objects.by_code(code)
            if area is None or not places(request.user, "person.view").filter(pk=area.pk).exists():
                raise ValidationError({"area": ["No community or grid of yours."]})
            rows = rows.filter(**within(area))
        page = self.paginate_queryset(rows)
        return self.get_paginated_response(PersonSerializer(page, many=True).data)

    @extend_schema(responses=PersonSerializer)
    def retrieve(self, request, pk):
        """One resident."""
        person = get_or_404(Person, pk, user=request.user, may="person.view", queryset=self._shown())
        return Response(PersonSerializer(person).data)

    def _shown(self):
        rows = Person.objects.visible_to(self.request.user)
        return without_children(rows, localdate()).prefetch_related(HOMES)
