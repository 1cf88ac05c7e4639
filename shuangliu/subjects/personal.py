"""The personal data of requests: who may see them in clear, and whose they are."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from shuangliu.protection import looks, reveals
from shuangliu.protection.reveals import Field

from .models import SubjectRequest


def register() -> None:
    reveals.register(SubjectRequest, act="subject.reveal", fields=(Field.NAME, Field.ID_NUMBER, Field.PHONE))
    looks.register(SubjectRequest, {
        "subject.revealed": _("Name, number and phone of the request were shown in clear"),
        "subject.looked": _("All records were looked through for the request"),
        "subject.copied": _("The copy for the person was made"),
    }, subjects=askers)


def askers(ids: Collection[int]) -> looks.Keys:
    rows = SubjectRequest.objects.filter(pk__in=ids).values_list("pk", "id_hash", "phone_hash")
    return {pk: {number, phone} - {""} for pk, number, phone in rows if number or phone}
