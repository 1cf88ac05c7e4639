"""/api/v1/agreements/: list and read, without signers; acts are done on the pages."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from grids.jurisdiction import get_or_404

from .forms import AgreementFilter
from .models import AgreementDuty, Claim, FourPartyAgreement, TheftCount
from .states import State


class DutySerializer(serializers.ModelSerializer):
    class Meta:
        model = AgreementDuty
        fields = ["side", "text", "every", "hours", "due_on"]
        read_only_fields = fields


class ClaimSerializer(serializers.ModelSerializer):
    class Meta:
        model = Claim
        fields = ["reference", "happened_on", "filed_on", "loss", "claimed", "paid", "state", "settled_on"]
        read_only_fields = fields


class TheftCountSerializer(serializers.ModelSerializer):
    class Meta:
        model = TheftCount
        fields = ["when", "starts_on", "ends_on", "count", "source"]
        read_only_fields = fields


class AgreementRowSerializer(serializers.ModelSerializer):
    """`area` is the code of the village or community; sums are in yuan."""

    area = serializers.CharField(source="area.code")

    class Meta:
        model = FourPartyAgreement
        fields = ["id", "number", "state", "area", "place", "households", "covered", "insurer", "insures", "premium",
                  "subsidy", "fund", "cover", "policy", "starts_on", "ends_on", "signed_count", "ended_on"]
        read_only_fields = fields


class AgreementSerializer(AgreementRowSerializer):
    duties = DutySerializer(many=True)
    claims = ClaimSerializer(many=True)
    thefts = TheftCountSerializer(many=True)

    class Meta(AgreementRowSerializer.Meta):
        fields = [*AgreementRowSerializer.Meta.fields, "duties", "claims", "thefts"]
        read_only_fields = fields


class AgreementViewSet(viewsets.GenericViewSet):
    """Four-party agreements under the caller's rights."""

    allows = {"list": "agreement.view", "retrieve": "agreement.view"}
    queryset = FourPartyAgreement.objects.none()
    serializer_class = AgreementRowSerializer
    keyset_order = ("-id",)
    lookup_value_regex = r"\d+"

    @extend_schema(parameters=[OpenApiParameter("state", str, enum=State.values), OpenApiParameter("area", str)])
    def list(self, request):
        """Newest first."""
        form = AgreementFilter(request.query_params, user=request.user)
        rows = form.narrow(FourPartyAgreement.objects.visible_to(request.user)).for_list()
        if form.errors:
            raise ValidationError(form.errors)
        page = self.paginate_queryset(rows)
        return self.get_paginated_response(AgreementRowSerializer(page, many=True).data)

    @extend_schema(responses=AgreementSerializer)
    def retrieve(self, request, pk):
        """One agreement, with duties, claims and counts."""
        found = get_or_404(FourPartyAgreement, pk, user=request.user, may="agreement.view",
                           queryset=FourPartyAgreement.objects.for_list())
        return Response(AgreementSerializer(found).data)
