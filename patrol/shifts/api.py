"""/api/v1/patrol/routes/ and /api/v1/patrol/shifts/: list and read; acts are done on the pages."""

from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.response import Response

from grids.jurisdiction import get_or_404

from .models import Duty, Route, RouteStop, Shift, ShiftStop

PEOPLE = Prefetch("duties", Duty.objects.select_related("person").order_by("id"))


class RouteStopSerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="point.name")
    longitude = serializers.FloatField(source="point.longitude")
    latitude = serializers.FloatField(source="point.latitude")

    class Meta:
        model = RouteStop
        fields = ["position", "point", "name", "longitude", "latitude"]
        read_only_fields = fields


class RouteSerializer(serializers.ModelSerializer):
    area = serializers.CharField(source="area.code")
    stops = RouteStopSerializer(many=True)

    class Meta:
        model = Route
        fields = ["id", "name", "area", "is_shuffled", "closed_on", "stops"]
        read_only_fields = fields


class ShiftStopSerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="point.name")

    class Meta:
        model = ShiftStop
        fields = ["position", "point", "name", "due_at", "visited_at"]
        read_only_fields = fields


class ShiftSerializer(serializers.ModelSerializer):
    """`people` are the names of those who walk it; of each stop whether and when it was visited, no positions."""

    area = serializers.CharField(source="area.code")
    leader = serializers.CharField(source="leader.name")
    people = serializers.SerializerMethodField()
    stops = ShiftStopSerializer(many=True)

    class Meta:
        model = Shift
        fields = ["id", "number", "uuid", "state", "route", "area", "leader", "people", "with_police", "note",
                  "starts_at", "ends_at", "started_at", "finished_at", "required", "visited", "reason", "stops"]
        read_only_fields = fields

    def get_people(self, shift) -> list[str]:
        return [duty.person.name for duty in shift.duties.all()]


class RouteViewSet(viewsets.GenericViewSet):
    """Patrol routes under the caller's rights."""

    allows = {"list": "route.view", "retrieve": "route.view"}
    queryset = Route.objects.none()
    serializer_class = RouteSerializer
    keyset_order = ("area_key", "id")
    lookup_value_regex = r"\d+"
    rows = Route.objects.select_related("area").defer("area__outline").prefetch_related("stops__point")

    def list(self, request):
        """In the order of areas, with those that were given up."""
        page = self.paginate_queryset(self.rows.visible_to(request.user))
        return self.get_paginated_response(RouteSerializer(page, many=True).data)

    @extend_schema(responses=RouteSerializer)
    def retrieve(self, request, pk):
        """One route."""
        return Response(RouteSerializer(get_or_404(Route, pk, user=request.user, may="route.view",
                                                   queryset=self.rows.all())).data)


class ShiftViewSet(viewsets.GenericViewSet):
    """Patrol shifts of the caller's areas."""

    allows = {"list": "shift.view", "retrieve": "shift.view"}
    queryset = Shift.objects.none()
    serializer_class = ShiftSerializer
    keyset_order = ("-starts_at", "-id")
    lookup_value_regex = r"\d+"
    rows = Shift.objects.select_related("area", "leader").defer("area__outline").prefetch_related(
        PEOPLE, "stops__point")

    def list(self, request):
        """The latest first."""
        page = self.paginate_queryset(self.rows.visible_to(request.user).of_desk(request.user))
        return self.get_paginated_response(ShiftSerializer(page, many=True).data)

    @extend_schema(responses=ShiftSerializer)
    def retrieve(self, request, pk):
        """One shift."""
        return Response(ShiftSerializer(get_or_404(Shift, pk, user=request.user, may="shift.view",
                                                   queryset=self.rows.all())).data)
