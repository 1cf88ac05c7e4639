"""/api/v1/leases/: list and read, the parties masked; acts are done on the pages."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.response import Response

from grids.jurisdiction import get_or_404

from .models import Lease, Party


class PartySerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="masked_name")
    id_number = serializers.CharField(source="masked_id_number")

    class Meta:
        model = Party
        fields = ["role", "name", "document", "id_number", "left_on"]
        read_only_fields = fields


class LeaseSerializer(serializers.ModelSerializer):
    """`address` is the dwelling as the register has it. No rent, no phone, no code."""

    address = serializers.CharField(source="where")
    area = serializers.CharField(source="area.code")
    parties = PartySerializer(many=True)

    class Meta:
        model = Lease
        fields = ["id", "number", "certificate", "state", "area", "address", "space", "use", "floor_area", "people",
                  "signed_on", "starts_on", "ends_on", "filed_by", "filed_at", "due_at", "registered_at", "ended_on",
                  "parties"]
        read_only_fields = fields


class LeaseViewSet(viewsets.GenericViewSet):
    """Leases under the caller's rights, masked."""

    allows = {"list": "lease.view", "retrieve": "lease.view"}
    queryset = Lease.objects.none()
    serializer_class = LeaseSerializer
    keyset_order = ("-id",)
    lookup_value_regex = r"\d+"

    def list(self, request):
        """Newest first."""
        page = self.paginate_queryset(Lease.objects.visible_to(request.user).for_queue())
        return self.get_paginated_response(LeaseSerializer(page, many=True).data)

    @extend_schema(responses=LeaseSerializer)
    def retrieve(self, request, pk):
        """One lease."""
        rows = Lease.objects.for_queue()
        return Response(LeaseSerializer(get_or_404(Lease, pk, user=request.user, may="lease.view", queryset=rows)).data)
