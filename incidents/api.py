"""/api/v1/incidents/: list, report, read, move on. The same forms, rights and actions as the pages."""

import copy
import uuid
from collections.abc import Mapping
from functools import partial

from django.utils.datastructures import MultiValueDict
from django.utils.timezone import now
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import Throttled, ValidationError
from rest_framework.response import Response

from grids.jurisdiction import get_or_404
from shuangliu import attachments
from shuangliu.pages import pace, receipts

from . import finding
from .actions import report
from .deeds import DEEDS, check
from .forms import IncidentFilter, ReportForm, SimilarForm
from .models import Incident
from .serializers import (
    IncidentDetailSerializer,
    IncidentSerializer,
    IncidentTransitionSerializer,
    ReportSerializer,
    SimilarQuestionSerializer,
    SimilarSerializer,
)
from .similar import OFTEN, similar

MANY = {"answers", "departments"}  # fields that are more than one text
FILTERS = [OpenApiParameter(name, str) for name in IncidentFilter.base_fields]


class IncidentViewSet(viewsets.GenericViewSet):
    """Incidents under the caller's rights."""

    allows = {"list": "incident.view", "create": "incident.report", "retrieve": "incident.view",
              "transition": "incident.view", "similar": "incident.report"}
    queryset = Incident.objects.none()
    serializer_class = IncidentSerializer
    keyset_order = ("-id",)
    lookup_value_regex = r"\d+"

    @extend_schema(parameters=FILTERS)
    def list(self, request):
        """Newest first, narrowed by the filters of the list page."""
        form = IncidentFilter(request.query_params, user=request.user)
        if not form.is_valid():
            raise ValidationError(form.errors)
        self.page_of = partial(finding.page_of, form, at=now(), around=Incident.objects.all())
        page = self.paginate_queryset(Incident.objects.visible_to(request.user))
        return self.get_paginated_response(IncidentSerializer(page, many=True).data)

    @extend_schema(responses=IncidentDetailSerializer)
    def retrieve(self, request, pk):
        """One incident with its timeline, its photos and the acts the caller may do now."""
        return Response(self._shown(pk))

    @extend_schema(request=ReportSerializer, responses={200: IncidentDetailSerializer, 201: IncidentDetailSerializer})
    def create(self, request):
        """Report an incident: 201, or 200 with the incident made before when the same `uuid` is sent again."""
        sent = with_uuid(request.data)
        if stored := receipts.stored_before(sent["uuid"], Incident.objects.filter(reporter=request.user)):
            return Response(self._shown(stored.pk))
        form = ReportForm(sent, request.FILES, by=request.user)
        if not form.is_valid():
            raise ValidationError(form.errors)
        incident, is_new = report(by=request.user, at=now(), **form.given())
        code = status.HTTP_201_CREATED if is_new else status.HTTP_200_OK
        return Response(self._shown(incident.pk), status=code)

    @extend_schema(request=IncidentTransitionSerializer, responses=IncidentDetailSerializer)
    @action(detail=True, methods=["post"])
    def transition(self, request, pk):
        """Do an act: {"act": "return", "reason": "…"}. 403 without the right, 409 when the state does not allow it."""
        rows = Incident.objects.for_detail()
        incident = get_or_404(Incident, pk, user=request.user, may="incident.view", queryset=rows)
        sent = with_uuid(request.data)
        deed = DEEDS.get(str(sent.get("act")))
        if deed is None:
            raise ValidationError({"act": ["One of: " + ", ".join(sorted(DEEDS))]})
        check(incident, deed.act, request.user)
        form = deed.form(sent, request.FILES, incident=incident, by=request.user)
        if not form.is_valid():
            raise ValidationError(form.errors)
        deed.do(incident, by=request.user, at=now(), **form.given())
        return Response(self._shown(pk))

    @extend_schema(request=SimilarQuestionSerializer, responses=SimilarSerializer(many=True), filters=False)
    @action(detail=False, methods=["post"], pagination_class=None)
    def similar(self, request):
        """What was reported near a point and may be the same matter, the likeliest first; at most five. `text`, `url`
        and `number` are empty where the caller may not open it. 429 with Retry-After above 30 a minute."""
        form = SimilarForm(as_form(request.data))
        if not form.is_valid():
            raise ValidationError(form.errors)
        if seconds := pace.wait("similar", request.user.pk, now(), most=OFTEN):
            raise Throttled(wait=seconds)
        found = similar(request.user, now(), **form.cleaned_data)
        return Response(SimilarSerializer(found, many=True).data)

    def _shown(self, pk) -> dict:
        user = self.request.user
        incident = get_or_404(Incident, pk, user=user, may="incident.view", queryset=Incident.objects.for_detail())
        incident.photos = attachments.of(incident)
        return IncidentDetailSerializer(incident, context={"user": user}).data


def with_uuid(sent):
    """What was sent, with a draft's number: who sends none cannot send it twice. Raises ValidationError."""
    sent = as_form(sent)
    if sent.get("uuid"):
        return sent
    sent = copy.copy(sent)  # not sent.copy(), which goes deep: large files lie on disk and cannot be copied
    sent["uuid"] = str(uuid.uuid4())
    return sent


def as_form(sent):
    """What was sent as forms understand it: JSON knows numbers, and lists where a text belongs; a form does not.
    Raises ValidationError for what is no object."""
    if not isinstance(sent, Mapping):
        raise ValidationError("A JSON object is expected.")
    if isinstance(sent, MultiValueDict):
        return sent
    return {name: value if name in MANY or value is None or isinstance(value, bool) else str(value)
            for name, value in sent.items()}
