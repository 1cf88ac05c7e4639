"""Residents as the API shows them: masked."""

from rest_framework import serializers

from .models import Person


class PersonSerializer(serializers.ModelSerializer):
    """`name`, `id_number` and `phone` are masked; `home` is the dwelling of today with its number, null for whoever
    moved out; `kind` registered or floating."""

    name = serializers.CharField(source="masked_name")
    id_number = serializers.CharField(source="masked_id_number")
    phone = serializers.CharField(source="masked_phone")
    home = serializers.SerializerMethodField()
    kind = serializers.SerializerMethodField()

    class Meta:
        model = Person
        fields = ["id", "number", "name", "document", "id_number", "sex", "phone", "home", "kind", "confirmed_at"]
        read_only_fields = fields

    def get_home(self, person) -> dict | None:
        home = next(iter(person.homes), None)
        return home and {"number": home.dwelling.number, "address": home.dwelling.address}

    def get_kind(self, person) -> str | None:
        home = next(iter(person.homes), None)
        return home and home.kind
