"""/api/v1/mediation/cases/: list, register, read (masked), move on."""

from django.utils.timezone import now
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from grids.jurisdiction import get_or_404, may
from grids.models import Area

from .actions import check, register_case
from .deeds import take
from .forms import CaseFilter, CaseForm, PartyFormSet
from .models import Case
from .serializers import CaseCreateSerializer, CaseDetailSerializer, CaseSerializer, TransitionSerializer

FILTERS = [OpenApiParameter(name, str) for name in CaseFilter.base_fields]


class CaseViewSet(viewsets.GenericViewSet):
    """Mediation cases under the caller's rights. Persons are masked; their data is shown on the page that asks for
    a purpose, never here."""

    allows = {"list": "case.view", "create": "case.register", "retrieve": "case.view", "transition": "case.view"}
    queryset = Case.objects.none()
    serializer_class = CaseSerializer
    keyset_order = ("-registered_at", "-id")
    lookup_value_regex = r"\d+"

    @extend_schema(parameters=FILTERS)
    def list(self, request):
        """Newest first, narrowed by the filters of the list page."""
        form = CaseFilter(request.query_params, user=request.user)
        rows = form.narrow(Case.objects.visible_to(request.user)).for_queue()
        if form.errors:
            raise ValidationError(form.errors)
        page = self.paginate_queryset(rows)
        for case in page:
            case.is_readable = may(request.user, "case.read", case)
        return self.get_paginated_response(CaseSerializer(page, many=True).data)

    @extend_schema(responses=CaseDetailSerializer)
    def retrieve(self, request, pk):
        """One case; `content` is null for who may see its outline only."""
        return Response(self._shown(pk))

    @extend_schema(request=CaseCreateSerializer, responses={201: CaseDetailSerializer})
    def create(self, request):
        """Register a dispute. The same `uuid` again answers with the case made the first time."""
        sent = CaseCreateSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        form, parties = _as_forms(sent.validated_data, request.user)
        if not (form.is_valid() & parties.is_valid()):
            raise ValidationError({**form.errors, **_party_errors(parties)})
        given = form.cleaned_data
        area = given.pop("area")
        case = register_case(**given, area_key=area.key, parties=parties.parties, by=request.user, at=now())
        return Response(self._shown(case.pk), status=status.HTTP_201_CREATED)

    @extend_schema(request=TransitionSerializer, responses=CaseDetailSerializer)
    @action(detail=True, methods=["post"])
    def transition(self, request, pk):
        """Do an act: {"act": "assign", "mediator": 7}. 403 without the right, 409 when the state does not allow it."""
        sent = TransitionSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        act = sent.validated_data["act"]
        case = get_or_404(Case, pk, user=request.user, may=f"case.{act}", queryset=Case.objects.for_detail())
        check(case, act)
        form = take(act, case, request.data, by=request.user, at=now())
        if form.errors:
            raise ValidationError(form.errors)
        return Response(self._shown(pk))

    def _shown(self, pk) -> dict:
        rows = Case.objects.for_detail().prefetch_related("parties", "rounds__sessions__present",
                                                          "rounds__sessions__addenda", "rounds__org")
        case = get_or_404(Case, pk, user=self.request.user, may="case.view", queryset=rows)
        case.is_readable = may(self.request.user, "case.read", case)
        return CaseDetailSerializer(case).data


def _as_forms(sent: dict, user) -> tuple[CaseForm, PartyFormSet]:
    """The page's own forms over what was sent, so that page and API refuse the same."""
    area = Area.objects.by_code(sent["area"])
    parties = sent["parties"]
    fields = {**sent, "category": sent["category"].pk, "area": area.pk if area else sent["area"]}
    prefix = PartyFormSet.get_default_prefix()
    rows = {f"{prefix}-TOTAL_FORMS": len(parties), f"{prefix}-INITIAL_FORMS": 0}
    for number, party in enumerate(parties):
        rows |= {f"{prefix}-{number}-{name}": value for name, value in party.items()}
    return CaseForm(fields, user=user), PartyFormSet(rows)


def _party_errors(parties: PartyFormSet) -> dict:
    errors = [*parties.non_form_errors(), *(dict(row) for row in parties.errors if row)]
    return {"parties": errors} if errors else {}
