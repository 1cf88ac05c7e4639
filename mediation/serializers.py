"""Cases as JSON: masked persons, and for supervisors the outline only."""

from rest_framework import serializers

from shuangliu.privacy import documents

from .after.models.follow_up import Answer
from .deeds import DEEDS
from .forms.register import SOURCES
from .models import (
    Addendum,
    Case,
    CaseTransfer,
    Confirmation,
    Consent,
    DisputeCategory,
    FollowUp,
    JointMember,
    Party,
    Performance,
    Representative,
    Round,
    Session,
)
from .models.cases import Scale
from .models.parties import Contact, Sex, Side

OUTLINE = ["id", "number", "state", "category", "area", "org", "level", "channel", "registered_at", "accepted_at",
           "due_at", "concluded_at", "outcome", "content"]


class MaskedSerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="masked_name", read_only=True)
    id_number = serializers.CharField(source="masked_id_number", read_only=True)
    phone = serializers.CharField(source="masked_phone", read_only=True)


class RepresentativeSerializer(MaskedSerializer):
    class Meta:
        model = Representative
        fields = ["id", "kind", "name", "relation", "powers", "authorised_on", "document", "id_number", "phone"]


class ConsentSerializer(serializers.ModelSerializer):
    class Meta:
        model = Consent
        fields = ["what", "form", "said_at"]


class PartySerializer(MaskedSerializer):
    """A party, masked; `representatives` are those who speak for it now."""

    representatives = RepresentativeSerializer(source="speakers", many=True, read_only=True)
    consents = ConsentSerializer(many=True, read_only=True)

    class Meta:
        model = Party
        fields = ["id", "role", "is_organisation", "is_spokesperson", "name", "document", "id_number", "phone",
                  "representatives", "consents"]


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


class PerformanceSerializer(serializers.ModelSerializer):
    party = serializers.CharField(source="party.masked_name", default=None)

    class Meta:
        model = Performance
        fields = ["id", "party", "what", "amount", "due_on", "due_at", "state", "done_on"]


class RoundSerializer(serializers.ModelSerializer):
    """One attempt, with what was said and what came of it."""

    org = serializers.CharField(source="org.name", default=None)
    sessions = SessionSerializer(many=True)
    performances = PerformanceSerializer(many=True)

    class Meta:
        model = Round
        fields = ["number", "level", "org", "opened_at", "opened_why", "ended_at", "end", "agreement_form", "facts",
                  "responsibility", "agreement", "manner", "term", "amount", "copies", "effective_at", "performances",
                  "failed_reason", "tried", "advice", "sessions"]


class TransferSerializer(serializers.ModelSerializer):
    """An offer of the case to others, and the answer."""

    to = serializers.CharField(source="target")

    class Meta:
        model = CaseTransfer
        fields = ["kind", "to", "channel", "reason", "documents", "offered_at", "answer", "answer_reason",
                  "answered_at", "external_number"]


class JointMemberSerializer(serializers.ModelSerializer):
    class Meta:
        model = JointMember
        fields = ["id", "name", "reason", "invited_at", "answer", "answered_at", "part"]


class FollowUpSerializer(serializers.ModelSerializer):
    """One attempt to ask one party. Who mediated is not told what was answered: `party`, `answer` (but that nobody was
    reached), `alarms` and `note` are null then."""

    party = serializers.CharField(source="party.masked_name", default=None, allow_null=True)
    answer = serializers.ChoiceField(Answer.choices, allow_null=True)
    alarms = serializers.ListField(child=serializers.CharField(), allow_null=True)
    note = serializers.CharField(allow_null=True)

    class Meta:
        model = FollowUp
        fields = ["made_at", "way", "party", "was_reached", "answer", "kept", "alarms", "note", "own_reason"]

    def to_representation(self, made: FollowUp) -> dict:
        shown = super().to_representation(made)
        if not self.context["is_told"]:
            shown |= {"party": None, "alarms": None, "note": None}
            shown["answer"] = None if made.was_reached else shown["answer"]
        return shown


class ConfirmationSerializer(serializers.ModelSerializer):
    """An application for judicial confirmation; `result` is empty until the court has decided."""

    round = serializers.IntegerField(source="round.number")

    class Meta:
        model = Confirmation
        fields = ["round", "court", "applied_on", "case_number", "result", "decided_on", "document_number", "advice"]


class ContentSerializer(serializers.ModelSerializer):
    """What the case team reads, without the parties."""

    mediator = serializers.CharField(source="mediator.name", default=None)

    class Meta:
        model = Case
        fields = ["title", "summary", "place", "happened_on", "people", "source", "external_ref", "scale", "mediator",
                  "basis", "refused_code", "refused_reason", "advice"]


class FullContentSerializer(ContentSerializer):
    parties = PartySerializer(many=True)
    rounds = RoundSerializer(many=True)
    transfers = TransferSerializer(many=True)
    joint_members = JointMemberSerializer(many=True)
    follow_ups = serializers.SerializerMethodField()
    confirmations = ConfirmationSerializer(many=True)

    class Meta(ContentSerializer.Meta):
        fields = [*ContentSerializer.Meta.fields, "parties", "rounds", "transfers", "joint_members", "follow_ups",
                  "confirmations"]

    def get_follow_ups(self, case) -> FollowUpSerializer(many=True):
        return FollowUpSerializer(case.follow_ups.all(), many=True, context={"is_told": case.tells_answers}).data


class CaseSerializer(serializers.ModelSerializer):
    """The outline; `content` is null for whoever may not read it (`is_readable` is set by the view, and for the detail
    `tells_answers`)."""

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
    document = serializers.ChoiceField(documents.PERSONAL, required=False, help_text="GA/T 517; 111 unless said")
    sex = serializers.ChoiceField(Sex.choices, required=False, help_text="where no ID number tells it")
    born_on = serializers.DateField(required=False, help_text="where no ID number tells it")
    occupation = serializers.CharField(required=False, allow_blank=True)
    address = serializers.CharField(required=False, allow_blank=True)
    contact = serializers.ChoiceField(Contact.choices, required=False)
    is_spokesperson = serializers.BooleanField(default=False)
    consent = serializers.ChoiceField(Consent.Form.choices, required=False,
                                      help_text="how it was told its rights and agreed to mediation")


class CaseCreateSerializer(serializers.Serializer):
    """What is sent to register a case; `uuid` makes sending it twice harmless. The rules are those of the page."""

    uuid = serializers.UUIDField()
    source = serializers.ChoiceField(SOURCES)
    external_ref = serializers.CharField(required=False, allow_blank=True)
    brought_by = serializers.CharField(required=False, allow_blank=True)
    category = serializers.SlugRelatedField("code", queryset=DisputeCategory.objects.all(), help_text="code")
    scale = serializers.ChoiceField(Scale.choices, default=Scale.INDIVIDUAL)
    title = serializers.CharField()
    summary = serializers.CharField()
    happened_on = serializers.DateField()
    area = serializers.CharField(help_text="code of the community")
    place = serializers.CharField()
    people = serializers.IntegerField(default=2)
    parties = PartyGivenSerializer(many=True)
    joins = serializers.IntegerField(required=False, help_text="id of the case that is the same dispute")
    seen = serializers.ListField(child=serializers.IntegerField(), required=False,
                                 help_text="ids of cases that were looked at and are other disputes")


class TransitionSerializer(serializers.Serializer):
    """`act`, and beside it the fields of the page of the same act."""

    act = serializers.ChoiceField(sorted(DEEDS))
