"""/api/v1/demands/: list, read, move on. What is asked anew is asked of the incident, by its own transition."""

from django.utils.timezone import now
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from grids.jurisdiction import get_or_404

from ..api import with_uuid
from ..models import Demand
from .deeds import DEEDS, check, done
from .serializers import DemandDetailSerializer, DemandSerializer, DemandTransitionSerializer

LISTED = {
    "waiting": lambda user: Demand.objects.waiting_for(user),
    "open": lambda user: Demand.objects.visible_to(user).alive(),
    "all": lambda user: Demand.objects.visible_to(user),
}


class DemandViewSet(viewsets.GenericViewSet):
    """What offices ask of each other about incidents, under the caller's rights."""

    allows = {"list": "demand.view", "retrieve": "demand.view", "transition": "demand.view"}
    queryset = Demand.objects.none()
    serializer_class = DemandSerializer
    keyset_order = ("-id",)
    lookup_value_regex = r"\d+"

    @extend_schema(parameters=[OpenApiParameter("which", str, enum=list(LISTED))])
    def list(self, request):
        """Newest first: `which` is open (the default), waiting (for the caller) or all."""
        rows = LISTED.get(request.query_params.get("which", "open"))
        if rows is None:
            raise ValidationError({"which": ["One of: " + ", ".join(LISTED)]})
        page = self.paginate_queryset(rows(request.user).select_related("department", "asked_department"))
        return self.get_paginated_response(DemandSerializer(page, many=True).data)

    @extend_schema(responses=DemandDetailSerializer)
    def retrieve(self, request, pk):
        """One demand with its history and the acts the caller may do now."""
        return Response(self._shown(self._found(pk)))

    @extend_schema(request=DemandTransitionSerializer, responses=DemandDetailSerializer)
    @action(detail=True, methods=["post"])
    def transition(self, request, pk):
        """Do an act: {"act": "answer", "reply": "…"}. 403 without the right, 409 when the state does not allow it."""
        demand = self._found(pk)
        sent = with_uuid(request.data)
        deed = DEEDS.get(str(sent.get("act")))
        if deed is None:
            raise ValidationError({"act": ["One of: " + ", ".join(sorted(DEEDS))]})
        check(demand, deed.act, request.user)
        form = deed.form(sent, request.FILES, demand=demand, by=request.user)
        if not done(deed, demand, form, by=request.user, at=now()):
            raise ValidationError(form.errors)
        return Response(self._shown(self._found(pk)))

    def _found(self, pk) -> Demand:
        rows = Demand.objects.for_detail().select_related("incident__category")
        return get_or_404(Demand, pk, user=self.request.user, may="demand.view", queryset=rows)

    def _shown(self, demand: Demand) -> dict:
        return DemandDetailSerializer(demand, context={"user": self.request.user}).data
