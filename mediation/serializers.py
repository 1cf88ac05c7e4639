"""Cases as JSON: masked persons, and for supervisors the outline only."""

from rest_framework import serializers

from .deeds import DEEDS
from .forms.register import SOURCES
from .models import Addendum, Case, DisputeCategory, Party, Round, Session
from .models.cases import Scale
from .models.parties import Side

OUTLINE = ["id", "number", "state", "category", "area", "org", "registered_at", "accepted_at", "due_at", "concluded_at",
           "outcome", "content"]


class PartySerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="masked_name", read_only=True)
    id_number = serializers.CharField(source="masked_id_number", read_only=True)
    phone = serializers.CharField(source="masked_phone", read_only=True)

    class Meta:
        model = Party
        fields = ["role", "is_organisation", "name", "id_number", "phone"]


class AddendumSerializer(serializers.ModelSerializer):
    class Meta:
        model = Addendum
        fields = ["text", "recorded_at"]


class SessionSerializer(serializers.ModelSerializer):
    present = serializers.StringRelatedField(many=True)  # masked
    addenda = AddendumSerializer(many=True)

    class Meta:
        model = Session
        fields = ["held_at", "place", "present", "participants", "is_public", "record", "addenda"]


class RoundSerializer(serializers.ModelSerializer):
    """One attempt, with what was said and what came of it."""

    org = serializers.CharField(source="org.name", default=None)
    sessions = SessionSerializer(many=True)

    class Meta:
        model = Round
        fields = ["number", "level", "org", "opened_at", "opened_why", "ended_at", "end", "agreement_form", "agreement",
                  "amount", "effective_at", "failed_reason", "advice", "sessions"]


class ContentSerializer(serializers.ModelSerializer):
    """What the case team reads, without the parties."""

    mediator = serializers.CharField(source="mediator.name", default=None)

    class Meta:
        model = Case
        fields = ["title", "summary", "place", "happened_on", "people", "source", "external_ref", "scale", "channel",
                  "mediator", "refused_reason", "advice"]


class FullContentSerializer(ContentSerializer):
    parties = PartySerializer(many=True)
    rounds = RoundSerializer(many=True)

    class Meta(ContentSerializer.Meta):
        fields = [*ContentSerializer.Meta.fields, "parties", "rounds"]


class CaseSerializer(serializers.ModelSerializer):
    """The outline; `content` is null for whoever may not read it (`is_readable` is set by the view)."""

    category = serializers.CharField(source="category.code")
    area = serializers.CharField(source="town_code")
    org = serializers.CharField(source="org.name", default=None)
    content = serializers.SerializerMethodField()
    content_serializer = ContentSerializer

    class Meta:
        model = Case
        fields = OUTLINE

    def get_content(self, case) -> ContentSerializer(allow_null=True):
        return self.content_serializer(case).data if case.is_readable else None


class CaseDetailSerializer(CaseSerializer):
    content_serializer = FullContentSerializer

    def get_content(self, case) -> FullContentSerializer(allow_null=True):
        return super().get_content(case)


class PartyGivenSerializer(serializers.Serializer):
    role = serializers.ChoiceField(Side.choices)
    name = serializers.CharField()
    is_organisation = serializers.BooleanField(default=False)
    id_number = serializers.CharField(required=False, allow_blank=True)
    phone = serializers.CharField(required=False, allow_blank=True)


class CaseCreateSerializer(serializers.Serializer):
    """What is sent to register a case; `uuid` makes sending it twice harmless. The rules are those of the page."""

    uuid = serializers.UUIDField()
    source = serializers.ChoiceField(SOURCES)
    external_ref = serializers.CharField(required=False, allow_blank=True)
    category = serializers.SlugRelatedField("code", queryset=DisputeCategory.objects.all(), help_text="code")
    scale = serializers.ChoiceField(Scale.choices, default=Scale.INDIVIDUAL)
    title = serializers.CharField()
    summary = serializers.CharField()
    happened_on = serializers.DateField()
    area = serializers.CharField(help_text="code of the community")
    place = serializers.CharField()
    people = serializers.IntegerField(default=2)
    parties = PartyGivenSerializer(many=True)


class TransitionSerializer(serializers.Serializer):
    """`act`, and beside it the fields of the page of the same act."""

    act = serializers.ChoiceField(sorted(DEEDS))
