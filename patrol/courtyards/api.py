"""/api/v1/courtyards/: list and read; acts are done on the pages."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from grids.jurisdiction import get_or_404
from shuangliu import attachments

from .forms import CourtyardFilter
from .models import Courtyard, CourtyardMove, DefenceCheck, WorksItem, WorksPlan

FILTERS = [OpenApiParameter(name, str) for name in CourtyardFilter.base_fields]


class CourtyardSerializer(serializers.ModelSerializer):
    """`lacking` says which of the three lacks. Money is in fen."""

    area = serializers.CharField(source="area.code")
    lacking = serializers.ListField(child=serializers.CharField())

    class Meta:
        model = Courtyard
        fields = ["id", "uuid", "number", "name", "address", "area", "longitude", "latitude", "households", "residents",
                  "lacks", "lacking", "state", "turn", "due_at", "surveyed_on", "governed_at", "approved_at",
                  "relapsed_at"]
        read_only_fields = fields


class ItemSerializer(serializers.ModelSerializer):
    class Meta:
        model = WorksItem
        fields = ["kind", "what", "source", "planned", "spent", "progress", "done_on"]
        read_only_fields = fields


class PlanSerializer(serializers.ModelSerializer):
    items = ItemSerializer(many=True)

    class Meta:
        model = WorksPlan
        fields = ["version", "text", "budget", "from_programme", "from_town", "from_residents", "from_others",
                  "entitled", "votes_for", "votes_against", "voted_on", "approved_at", "contractor", "begun_on",
                  "ends_on", "items"]
        read_only_fields = fields


class MoveSerializer(serializers.ModelSerializer):
    class Meta:
        model = CourtyardMove
        fields = ["act", "from_state", "to_state", "at", "note"]
        read_only_fields = fields


class DefenceSerializer(serializers.ModelSerializer):
    photos = serializers.SerializerMethodField()

    class Meta:
        model = DefenceCheck
        fields = ["defence", "standing", "photos"]
        read_only_fields = fields

    def get_photos(self, check) -> list[str]:
        return [file.url for file in self.context["files"].get(check.pk, [])]


class CourtyardDetailSerializer(CourtyardSerializer):
    """With its newest survey, its plans and its history."""

    plans = PlanSerializer(many=True)
    moves = MoveSerializer(many=True)
    defences = serializers.SerializerMethodField()

    class Meta(CourtyardSerializer.Meta):
        fields = [*CourtyardSerializer.Meta.fields, "defences", "plans", "moves"]
        read_only_fields = fields

    @extend_schema(responses=DefenceSerializer(many=True))
    def get_defences(self, courtyard) -> list[dict]:
        survey = courtyard.surveys.prefetch_related("defences").first()
        checks = list(survey.defences.all()) if survey else []
        files = attachments.of_all(DefenceCheck, [check.pk for check in checks])
        return DefenceSerializer(checks, many=True, context={"files": files}).data


class CourtyardViewSet(viewsets.GenericViewSet):
    """Courtyards under the caller's rights; no member of a committee."""

    allows = {"list": "courtyard.view", "retrieve": "courtyard.view"}
    queryset = Courtyard.objects.none()
    serializer_class = CourtyardSerializer
    keyset_order = ("-id",)
    lookup_value_regex = r"\d+"

    @extend_schema(parameters=FILTERS)
    def list(self, request):
        """Newest first, narrowed by the filters of the list page."""
        form = CourtyardFilter(request.query_params, user=request.user)
        rows = form.narrow(Courtyard.objects.visible_to(request.user))
        if form.errors:
            raise ValidationError(form.errors)
        page = self.paginate_queryset(rows.for_list())
        return self.get_paginated_response(CourtyardSerializer(page, many=True).data)

    @extend_schema(responses=CourtyardDetailSerializer)
    def retrieve(self, request, pk):
        """One courtyard."""
        rows = Courtyard.objects.for_detail().prefetch_related("plans__items", "moves")
        found = get_or_404(Courtyard, pk, user=request.user, may="courtyard.view", queryset=rows)
        return Response(CourtyardDetailSerializer(found).data)
