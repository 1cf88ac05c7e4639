"""Tickets as the API shows them: no field of a caller, and their name taken out of what was said."""

from rest_framework import serializers

from .discretion import unnamed
from .models import Ticket
from .progress import progress


class TicketSerializer(serializers.ModelSerializer):
    """`category`, `area` by their codes; `incident`, `case` numbers of where it is being settled; `due_at` the end of
    the running stage, null when nobody waits; `reply_due_at` when the caller shall have the answer."""

    category = serializers.CharField(source="category.code", default=None, allow_null=True)
    area = serializers.CharField(source="area.code")
    content = serializers.SerializerMethodField()
    place = serializers.SerializerMethodField()

    class Meta:
        model = Ticket
        fields = ["id", "number", "uuid", "channel", "kind", "category", "content", "place", "longitude", "latitude",
                  "area", "state", "is_urgent", "is_overdue", "due_at", "reply_due_at", "received_at", "replied_at",
                  "closed_at", "returned_count", "rework_count", "satisfaction"]
        read_only_fields = fields

    def get_content(self, ticket) -> str:
        return unnamed(ticket, ticket.said)

    def get_place(self, ticket) -> str:
        return unnamed(ticket, ticket.place)


class TicketMoveSerializer(serializers.Serializer):
    """One entry of the trail. `by` is null for what the caller, an office or a clock did."""

    act = serializers.CharField()
    from_state = serializers.CharField()
    to_state = serializers.CharField()
    by = serializers.CharField(source="by.name", default=None)
    at = serializers.DateTimeField()
    due_at = serializers.DateTimeField(allow_null=True)


class TicketDetailSerializer(TicketSerializer):
    """With the answer, where it stands in words, and its trail without what was noted."""

    answer = serializers.SerializerMethodField()
    progress = serializers.SerializerMethodField()
    incident = serializers.CharField(source="incident.number", default=None, allow_null=True)
    case = serializers.CharField(source="case.number", default=None, allow_null=True)
    joined_to = serializers.CharField(source="joined_to.number", default=None, allow_null=True)
    moves = TicketMoveSerializer(many=True)

    class Meta(TicketSerializer.Meta):
        fields = [*TicketSerializer.Meta.fields, "answer", "progress", "incident", "case", "joined_to", "moves"]
        read_only_fields = fields

    def get_answer(self, ticket) -> str:
        return unnamed(ticket, ticket.answer)

    def get_progress(self, ticket) -> str:
        return str(progress(ticket))
