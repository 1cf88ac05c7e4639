"""/api/v1/my-shifts/ and /api/v1/check-ins/: the same forms, rights and actions as the pages."""

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.timezone import now
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status, viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from incidents.api import with_uuid
from shuangliu.pages import receipts

from ..models import CheckIn, Shift, ShiftStop
from ..shifts import actions
from . import mine
from .forms import CheckInForm


class StopSerializer(serializers.ModelSerializer):
    point = serializers.IntegerField(source="point_id")
    name = serializers.CharField(source="point.name")
    place = serializers.CharField(source="point.place")
    longitude = serializers.FloatField(source="point.longitude", help_text="WGS-84")
    latitude = serializers.FloatField(source="point.latitude", help_text="WGS-84")
    radius = serializers.IntegerField(source="point.radius", help_text="metres")

    class Meta:
        model = ShiftStop
        fields = ["position", "point", "name", "place", "longitude", "latitude", "radius", "due_at", "visited_at"]


class MyShiftSerializer(serializers.ModelSerializer):
    """A shift that the caller walks, with its points in their order."""

    route = serializers.CharField(source="route.name", default="")
    area = serializers.CharField(source="area.code")
    stops = StopSerializer(many=True)

    class Meta:
        model = Shift
        fields = ["id", "number", "route", "area", "starts_at", "ends_at", "with_police", "note", "state", "required",
                  "visited", "stops"]


class CheckInSerializer(serializers.ModelSerializer):
    shift = serializers.IntegerField(source="shift_id")
    point = serializers.IntegerField(source="point_id")

    class Meta:
        model = CheckIn
        fields = ["id", "number", "uuid", "shift", "point", "way", "made_at", "received_at", "distance", "is_far",
                  "is_unseen", "is_untimely", "is_clock_off", "note"]


class CheckInSentSerializer(serializers.Serializer):
    """With a `uuid` of the sender's making it may be sent again without becoming two. `token` is what a sign says after
    `/patrol/here/`; without it `point` is one of the shift. As multipart, `photos` takes up to three pictures."""

    uuid = serializers.UUIDField(required=False)
    token = serializers.CharField(max_length=100, required=False)
    shift = serializers.IntegerField(required=False, help_text="else the one that ran at made_at")
    point = serializers.IntegerField(required=False)
    longitude = serializers.FloatField(required=False, help_text="WGS-84")
    latitude = serializers.FloatField(required=False, help_text="WGS-84")
    made_at = serializers.DateTimeField(required=False, help_text="the phone's time")
    note = serializers.CharField(max_length=200, required=False)
    photos = serializers.ListField(child=serializers.FileField(), required=False)


class MyShiftViewSet(viewsets.GenericViewSet):
    """What the caller walks today and in the week to come."""

    allows = {"list": "shift.walk"}
    queryset = Shift.objects.none()
    serializer_class = MyShiftSerializer
    pagination_class = None

    @extend_schema(responses=MyShiftSerializer(many=True))
    def list(self, request):
        rows = mine.shifts(request.user, now())
        prefetch_related_objects(rows, Prefetch("stops", ShiftStop.objects.select_related("point")))
        return Response(MyShiftSerializer(rows, many=True).data)


class CheckInViewSet(viewsets.GenericViewSet):
    """Check-ins on the caller's own shifts."""

    allows = {"create": "shift.walk"}
    queryset = CheckIn.objects.none()
    serializer_class = CheckInSerializer

    @extend_schema(request=CheckInSentSerializer, responses={200: CheckInSerializer, 201: CheckInSerializer})
    def create(self, request):
        """Check in: 201, or 200 with the one made before when the same `uuid` is sent again."""
        sent = with_uuid(request.data)
        if stored := receipts.stored_before(sent["uuid"], CheckIn.objects.filter(by=request.user)):
            return Response(CheckInSerializer(stored).data)
        form = CheckInForm(sent, request.FILES, by=request.user)
        if not form.is_valid():
            raise ValidationError(form.errors)
        made, is_new = actions.check_in(by=request.user, at=now(), **form.given())
        code = status.HTTP_201_CREATED if is_new else status.HTTP_200_OK
        return Response(CheckInSerializer(made).data, status=code)
