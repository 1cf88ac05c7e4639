"""/api/v1/mediation/cases/: list, register, read (masked), move on."""

from urllib.parse import unquote

from django.utils.timezone import now
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from grids.jurisdiction import get_or_404, may
from grids.models import Area

from . import openings
from .actions import check
from .after.cards import tells_answers
from .deeds import take
from .forms import CaseFilter, CaseForm, PartyFormSet
from .models import Case
from .registering import register
from .serializers import CaseCreateSerializer, CaseDetailSerializer, CaseSerializer, TransitionSerializer

PURPOSE = [OpenApiParameter("purpose", str, description="what the case is opened for"),
           OpenApiParameter("X-Purpose", str, OpenApiParameter.HEADER, description="the same, percent-encoded")]
FILTERS = [OpenApiParameter(name, str) for name in [*CaseFilter.base_fields, "tab"]]


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
        """Newest first, narrowed by the filters of the list page; with `tab=guests` those of other areas that came to
        one's centres or are offered to them. Outlines: `content` is null."""
        form = CaseFilter(request.query_params, user=request.user)
        cases = Case.objects
        found = cases.guests_of if request.query_params.get("tab") == "guests" else cases.listed_for
        rows = form.narrow(found(request.user)).for_queue()
        if form.errors:
            raise ValidationError(form.errors)
        page = self.paginate_queryset(rows)
        for case in page:
            case.is_readable = False  # content is read one case at a time, and each opening is on record
        return self.get_paginated_response(CaseSerializer(page, many=True).data)

    @extend_schema(parameters=PURPOSE, responses=CaseDetailSerializer)
    def retrieve(self, request, pk):
        """One case; `content` is null for who may see its outline only. The opening is logged: for the case's team as
        handling; managers and auditors say the purpose, once a day for each case (400 without)."""
        return Response(self._shown(pk, purpose=request.query_params.get("purpose") or unquote(
            request.headers.get("X-Purpose", ""))))

    @extend_schema(request=CaseCreateSerializer, responses={201: CaseDetailSerializer})
    def create(self, request):
        """Register a dispute. The same `uuid` again answers with the case made the first time. Where it may be a
        dispute that is there already, 400 names those under `same`: send it again with `seen` or `joins`."""
        sent = CaseCreateSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        fields, form, parties = _as_forms(sent.validated_data, request.user)
        if not (form.is_valid() & parties.is_valid() & form.refuse_names(parties.names)):
            raise ValidationError({**form.errors, **_party_errors(parties)})
        case, found = register(fields, form, parties, by=request.user, at=now())
        if case is None:
            raise ValidationError({"same": [
                {"id": one.case.pk, "number": one.case.number, "state": one.case.state, "reasons": one.reasons}
                for one in found]})
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

    def _shown(self, pk, *, purpose: str = "") -> dict:
        rows = Case.objects.for_detail().prefetch_related(
            "parties__representatives", "parties__consents", "rounds__sessions", "rounds__org",
            "rounds__performances__party", "transfers__to_org",
            "joint_members__org", "follow_ups__party", "confirmations__round")
        case = get_or_404(Case, pk, user=self.request.user, may="case.view", queryset=rows)
        case.is_readable = may(self.request.user, "case.read", case)
        case.tells_answers = case.is_readable and tells_answers(case, self.request.user)
        try:
            openings.note(case, by=self.request.user, at=now(), purpose=purpose[:200])
        except openings.PurposeWanted:
            raise ValidationError({"purpose": [_("Say what you open the case for.")]}) from None
        return CaseDetailSerializer(case).data


def _as_forms(sent: dict, user) -> tuple[dict, CaseForm, PartyFormSet]:
    """What was sent as the page would send it, and the page's own forms over it: page and API refuse the same."""
    area = Area.objects.by_code(sent["area"])
    parties = sent["parties"]
    fields = {**sent, "category": sent["category"].pk, "area": area.pk if area else sent["area"]}
    prefix = PartyFormSet.get_default_prefix()
    fields |= {f"{prefix}-TOTAL_FORMS": len(parties), f"{prefix}-INITIAL_FORMS": 0}
    for number, party in enumerate(parties):
        fields |= {f"{prefix}-{number}-{name}": value for name, value in party.items()}
    return fields, CaseForm(fields, user=user), PartyFormSet(fields)


def _party_errors(parties: PartyFormSet) -> dict:
    errors = [*parties.non_form_errors(), *(dict(row) for row in parties.errors if row)]
    return {"parties": errors} if errors else {}
