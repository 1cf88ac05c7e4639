"""/api/v1/indicators/: the catalogue, and one indicator for an area and days."""

from django.urls import path
from django.utils.timezone import localtime
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound, PermissionDenied
from rest_framework.response import Response
from rest_framework.views import APIView

from grids.models import Area, Level

from .reading import percent, totals
from .registry import registry
from .scope import ACT, may_see


class IndicatorDescription(serializers.Serializer):
    """What an indicator is made of."""

    name = serializers.CharField()
    label = serializers.CharField()
    numerator = serializers.CharField(help_text="name of a measure")
    denominator = serializers.CharField(help_text="name of a measure")
    unit = serializers.CharField()
    note = serializers.CharField()
    day = serializers.CharField(help_text="by which day a matter counts")
    source = serializers.CharField()
    version = serializers.IntegerField()
    higher_is_better = serializers.BooleanField()


class Question(serializers.Serializer):
    """Which area and which days (both included)."""

    area = serializers.CharField(help_text="code of a county, town or community, of today or of any year")
    start = serializers.DateField()
    end = serializers.DateField()

    def validate_area(self, code: str) -> Area:
        area = Area.objects.by_code(code)
        if area is None:
            raise serializers.ValidationError("No area has or had this code.")
        if area.level == Level.GRID:
            raise serializers.ValidationError("Figures are kept for communities and above.")
        return area

    def validate(self, given):
        if given["start"] > given["end"]:
            raise serializers.ValidationError({"end": ["Before the start."]})
        return given


class IndicatorValue(serializers.Serializer):
    """An indicator; `value` in percent with two decimals, null when the denominator is 0."""

    name = serializers.CharField()
    area = serializers.CharField()
    start = serializers.DateField()
    end = serializers.DateField()
    numerator = serializers.IntegerField()
    denominator = serializers.IntegerField()
    value = serializers.CharField(allow_null=True)
    version = serializers.IntegerField(help_text="of the definition: the one valid on the last day")
    as_of = serializers.DateTimeField()


class CatalogueView(APIView):
    """All indicators, with formula and source."""

    allows = ACT

    @extend_schema(responses=IndicatorDescription(many=True), operation_id="indicators_list")
    def get(self, request):
        return Response(IndicatorDescription(registry.indicators.values(), many=True).data)


class IndicatorView(APIView):
    """One indicator. 400 for a question that makes no sense, 403 for an area that is not the user's."""

    allows = ACT

    @extend_schema(parameters=[Question], responses=IndicatorValue)
    def get(self, request, name):
        if name not in registry.indicators:
            raise NotFound
        question = Question(data=request.query_params)
        question.is_valid(raise_exception=True)
        area, start, end = (question.validated_data[key] for key in ("area", "start", "end"))
        if not may_see(request.user, area):
            raise PermissionDenied
        indicator = registry.indicator_on(name, end)
        figures = totals([indicator.numerator, indicator.denominator], area, start, end)
        numerator, denominator = figures[indicator.numerator], figures[indicator.denominator]
        return Response({
            "name": name, "area": area.code, "start": start, "end": end,
            "numerator": numerator, "denominator": denominator,
            "value": percent(numerator, denominator), "version": indicator.version, "as_of": localtime(),
        })


urlpatterns = [
    path("indicators/", CatalogueView.as_view(), name="indicator-list"),
    path("indicators/<str:name>/", IndicatorView.as_view(), name="indicator-detail"),
]
