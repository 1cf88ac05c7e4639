"""Incidents as the API shows and takes them. Areas, categories and departments go by their codes, as texts."""

from rest_framework import serializers

from .deeds import DEEDS, offered
from .demands.states import Sort
from .models import Incident
from .states import Act


class MoveSerializer(serializers.Serializer):
    """One entry of the timeline. `by` is null for what the system did."""

    act = serializers.ChoiceField(Act.choices)
    from_state = serializers.CharField()
    to_state = serializers.CharField()
    by = serializers.CharField(source="by.name", default=None)
    department = serializers.CharField(source="department.code", default=None)
    tier = serializers.IntegerField()
    note = serializers.CharField()
    at = serializers.DateTimeField()
    due_at = serializers.DateTimeField(allow_null=True)


class PhotoSerializer(serializers.Serializer):
    role = serializers.CharField()
    url = serializers.CharField()
    uploaded_at = serializers.DateTimeField()


class AnswerSerializer(serializers.Serializer):
    """What the reporter answered to a question of the category: "yes" or "no", a number, a day, a choice or words."""

    code = serializers.CharField(source="question.code")
    label = serializers.CharField()
    value = serializers.CharField()


class IncidentSerializer(serializers.ModelSerializer):
    """`grid` is the code of the grid, null while the place is not found; `department` that of the office that
    handles it, null while none does; `due_at` the end of the running stage, null when nothing is waited for."""

    category = serializers.CharField(source="category.code", help_text="code, such as E01-01")
    grid = serializers.CharField(source="grid.code", default=None, allow_null=True)
    department = serializers.CharField(source="department.code", default=None, allow_null=True)

    class Meta:
        model = Incident
        fields = ["id", "number", "uuid", "category", "description", "place", "longitude", "latitude", "grid", "state",
                  "tier", "is_urgent", "is_overdue", "due_at", "department", "reported_at", "written_at",
                  "rework_count"]
        read_only_fields = fields


class IncidentDetailSerializer(IncidentSerializer):
    """With the outcome, the timeline, the photos, and the acts that the caller may do now."""

    case = serializers.SerializerMethodField(help_text="number of the mediation case")
    merged_into = serializers.SerializerMethodField(help_text="number of the incident that goes on for this one")
    answers = AnswerSerializer(source="answered", many=True)
    moves = MoveSerializer(source="line", many=True)
    photos = PhotoSerializer(many=True)
    acts = serializers.SerializerMethodField()

    class Meta(IncidentSerializer.Meta):
        fields = [*IncidentSerializer.Meta.fields, "accepted_at", "resolved_at", "reply", "closed_at",
                  "rejected_reason", "satisfaction", "judged_at", "merged_into", "suspended_at", "reopened_count",
                  "case", "answers", "moves", "photos", "acts"]
        read_only_fields = fields

    def get_case(self, incident) -> str | None:
        return incident.case.number if incident.case_id else None

    def get_merged_into(self, incident) -> str | None:
        return incident.merged_into.number if incident.merged_into_id else None

    def get_acts(self, incident) -> list[str]:
        return [deed.act.value for deed in offered(incident, self.context["user"])]


class ReportSerializer(serializers.Serializer):
    """A report. With a `uuid` of the sender's making it may be sent again without becoming two. As multipart,
    `photos` takes up to six JPEG, PNG or WebP files. A grid worker who has settled it on the spot, in their own grid,
    says so by `is_settled` with `reply` and photos `before` and `after`."""

    uuid = serializers.UUIDField(required=False)
    category = serializers.CharField(help_text="code, such as E01-01")
    description = serializers.CharField(max_length=2000)
    place = serializers.CharField(max_length=200, required=False)
    longitude = serializers.FloatField(required=False, help_text="WGS-84")
    latitude = serializers.FloatField(required=False, help_text="WGS-84")
    is_urgent = serializers.BooleanField(required=False)
    written_at = serializers.DateTimeField(required=False, help_text="where it is sent later than it was written")
    joins = serializers.IntegerField(required=False, help_text="`pk` of a similar open matter: merged into it at once")
    answers = serializers.DictField(child=serializers.CharField(), required=False,
                                    help_text="by the codes of the questions of the category")
    photos = serializers.ListField(child=serializers.FileField(), required=False)
    is_settled = serializers.BooleanField(required=False)
    reply = serializers.CharField(required=False)
    before = serializers.ListField(child=serializers.FileField(), required=False)
    after = serializers.ListField(child=serializers.FileField(), required=False)


class SimilarQuestionSerializer(serializers.Serializer):
    """As much of a report as is known so far."""

    category = serializers.CharField(required=False, help_text="code, such as E01-01")
    longitude = serializers.FloatField(help_text="WGS-84")
    latitude = serializers.FloatField(help_text="WGS-84")
    text = serializers.CharField(required=False)


class SimilarSerializer(serializers.Serializer):
    """A matter that may be the same."""

    pk = serializers.IntegerField()
    category = serializers.CharField()
    metres = serializers.IntegerField()
    age = serializers.CharField()
    state = serializers.CharField()
    is_open = serializers.BooleanField()
    number = serializers.CharField()
    text = serializers.CharField()
    url = serializers.CharField()
    photo = serializers.CharField()


class IncidentTransitionSerializer(serializers.Serializer):
    """An act and what it asks for: `reason` for reject, escalate, return and rework; `department` (a code, or
    "self") for assign; `grid` (a code) for locate; `reply` and `photos` for resolve; `satisfaction` and `comment`
    for judge; `category` (of the dispute), `title` and `people` for mediate; `into` (a number) for merge; `review_on`
    for suspend and ask-suspension; `category` and `place` for correct; `amount` for ask-extension; `sort`, `text` and
    `reply_by` for supervise; `departments`, `sort` and `text` for whistle; `department`, `text` and `reply_by` for
    give-task; `helper_1`, `part_1` to `helper_3`, `part_3` (who helps with what) for assign and decide; `note` for
    most."""

    act = serializers.ChoiceField([(act, deed.label) for act, deed in DEEDS.items()])
    note = serializers.CharField(required=False)
    reason = serializers.CharField(required=False)
    reply = serializers.CharField(required=False)
    department = serializers.CharField(required=False)
    grid = serializers.CharField(required=False)
    satisfaction = serializers.ChoiceField(Incident.Satisfaction.choices, required=False)
    comment = serializers.CharField(required=False)
    category = serializers.CharField(required=False)
    title = serializers.CharField(required=False)
    people = serializers.IntegerField(required=False)
    into = serializers.CharField(required=False)
    review_on = serializers.DateField(required=False)
    amount = serializers.IntegerField(required=False)
    sort = serializers.ChoiceField(Sort.choices, required=False)
    text = serializers.CharField(required=False)
    reply_by = serializers.DateField(required=False)
    departments = serializers.ListField(child=serializers.CharField(), required=False)
    place = serializers.CharField(required=False)
    before = serializers.ListField(child=serializers.FileField(), required=False)
    photos = serializers.ListField(child=serializers.FileField(), required=False)
