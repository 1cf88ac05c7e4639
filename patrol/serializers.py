"""Notes as the API shows and takes them."""

from rest_framework import serializers

from .models import Kind, Note, Purpose


class NoteSerializer(serializers.ModelSerializer):
    """`area` is the code of the grid that the writer serves."""

    area = serializers.CharField(source="area.code")
    by = serializers.CharField(source="by.name")

    class Meta:
        model = Note
        fields = ["id", "number", "uuid", "kind", "purpose", "text", "place", "longitude", "latitude", "area", "by",
                  "noted_at", "received_at"]
        read_only_fields = fields


class NoteSentSerializer(serializers.Serializer):
    """A note. With a `uuid` of the sender's making it may be sent again without becoming two. As multipart, `photos`
    takes up to four JPEG, PNG or WebP files."""

    uuid = serializers.UUIDField(required=False)
    kind = serializers.ChoiceField(Kind.choices)
    purpose = serializers.ChoiceField(Purpose.choices, required=False, help_text="of a visit")
    text = serializers.CharField(max_length=2000)
    place = serializers.CharField(max_length=200, required=False)
    longitude = serializers.FloatField(required=False, help_text="WGS-84")
    latitude = serializers.FloatField(required=False, help_text="WGS-84")
    noted_at = serializers.DateTimeField(required=False)
    photos = serializers.ListField(child=serializers.FileField(), required=False)
