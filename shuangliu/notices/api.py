"""/api/v1/notices/: the caller's own."""

from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from shuangliu.pages.access import SIGNED_IN

from .models import Notice


class NoticeSerializer(serializers.ModelSerializer):
    title = serializers.CharField(read_only=True, help_text="what happened, in the language of the request")
    text = serializers.CharField(read_only=True, help_text="to which matter")
    url = serializers.CharField(read_only=True, help_text="the page of the matter")

    class Meta:
        model = Notice
        fields = ["id", "kind", "title", "text", "matter_type", "matter_id", "url", "at", "is_urgent", "read_at"]
        read_only_fields = fields


class ReadSerializer(serializers.Serializer):
    last = serializers.IntegerField(min_value=0, max_value=2**63 - 1, help_text="the newest notice that was seen")


class CountSerializer(serializers.Serializer):
    read = serializers.IntegerField()


class NoticeViewSet(viewsets.GenericViewSet):
    """Notices to the caller, newest first."""

    allows = {"list": SIGNED_IN, "read": SIGNED_IN, "read_all": SIGNED_IN}
    queryset = Notice.objects.none()
    serializer_class = NoticeSerializer
    keyset_order = ("-at", "-id")
    lookup_value_regex = r"\d{1,18}"

    @extend_schema(parameters=[OpenApiParameter("unread", bool, description="1: only those that are unread")])
    def list(self, request):
        """Newest first."""
        rows = self._mine()
        if request.query_params.get("unread") in {"1", "true"}:
            rows = rows.unread()
        return self.get_paginated_response(NoticeSerializer(self.paginate_queryset(rows), many=True).data)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def read(self, request, pk):
        """This one is read. A second time changes nothing."""
        self._mine().filter(pk=pk).read(now())
        return Response(NoticeSerializer(get_object_or_404(self._mine(), pk=pk)).data)

    @extend_schema(request=ReadSerializer, responses=CountSerializer)
    @action(detail=False, methods=["post"], url_path="read")
    def read_all(self, request):
        """All up to `last` are read."""
        sent = ReadSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        return Response({"read": self._mine().filter(pk__lte=sent.validated_data["last"]).read(now())})

    def _mine(self):
        return Notice.objects.visible_to(self.request.user)
