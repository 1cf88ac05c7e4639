"""The personal data that the register holds: who may see them in clear, and whose they are."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from shuangliu.protection import looks, reveals
from shuangliu.protection.reveals import Field

from .models import Person


def register() -> None:
    reveals.register(Person, act="person.reveal", fields=(Field.NAME, Field.ID_NUMBER, Field.PHONE, Field.ADDRESS,
                                                          Field.BIRTHDAY))
    looks.register(Person, {
        "person.revealed": _("The record in the register was shown in clear"),
        "person.looked_up": _("The record was looked up by number, phone or name"),
        "person.found_elsewhere": _("The number was entered in another community, which was told where it is kept"),
    }, subjects=themselves)


def themselves(ids: Collection[int]) -> looks.Keys:
    """By ID number and phone; whoever has neither, by the record."""
    return {person.pk: {person.id_hash, person.phone_hash} - {""} or {looks.key_of(person)}
            for person in Person.objects.filter(pk__in=ids).only("id_hash", "phone_hash")}
