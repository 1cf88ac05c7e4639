"""Demands as the API shows and takes them. Departments go by their codes, incidents by their keys."""

from rest_framework import serializers

from ..models import Demand
from .deeds import DEEDS, offered


class DemandSerializer(serializers.ModelSerializer):
    """`asked_tier` or `asked_department` asks; `department`, or the desk of `tier`, is asked; `due_at` is null when
    nobody waits any more."""

    asked_department = serializers.CharField(source="asked_department.code", default=None, allow_null=True)
    department = serializers.CharField(source="department.code", default=None, allow_null=True)

    class Meta:
        model = Demand
        fields = ["id", "number", "incident", "kind", "sort", "call", "state", "is_urgent", "due_at", "alert",
                  "asked_at", "asked_tier", "asked_department", "tier", "department", "text"]
        read_only_fields = fields


class DemandMoveSerializer(serializers.Serializer):
    """One act on it. `by` is null for what the system did."""

    act = serializers.CharField()
    by = serializers.CharField(source="by.name", default=None)
    note = serializers.CharField()
    at = serializers.DateTimeField()


class DemandDetailSerializer(DemandSerializer):
    """With what became of it, and the acts that the caller may do now. `asked_by` is null when the clock did it."""

    asked_by = serializers.CharField(source="asked_by.name", default=None, allow_null=True)
    moves = DemandMoveSerializer(source="line", many=True)
    acts = serializers.SerializerMethodField()

    class Meta(DemandSerializer.Meta):
        fields = [*DemandSerializer.Meta.fields, "asked_by", "amount", "unit", "review_on", "taken_at", "arrived_at",
                  "answered_at", "answer", "is_granted", "rating", "comment", "ended_at", "moves", "acts"]
        read_only_fields = fields

    def get_acts(self, demand) -> list[str]:
        return [deed.act.value for deed in offered(demand, self.context["user"])]


class DemandTransitionSerializer(serializers.Serializer):
    """An act and what it asks for: `reason` for refuse, decline, send-back and take-back; `review_on` for grant of a
    suspension; `reply` and `photos` for answer; `reply_by` for send-back; `rating` (1 to 3) and `comment` for rate;
    `note` for the others."""

    act = serializers.ChoiceField([(act, deed.label) for act, deed in DEEDS.items()])
    note = serializers.CharField(required=False)
    reason = serializers.CharField(required=False)
    reply = serializers.CharField(required=False)
    review_on = serializers.DateField(required=False)
    reply_by = serializers.DateField(required=False)
    rating = serializers.IntegerField(required=False)
    comment = serializers.CharField(required=False)
    photos = serializers.ListField(child=serializers.FileField(), required=False)
