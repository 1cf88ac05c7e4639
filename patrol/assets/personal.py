"""Contact persons next door: shown in clear for a purpose, who looked is known, and forgotten when nobody makes sure
of them for a year."""

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy.identified import phone_hash
from shuangliu.protection import looks, reveals
from shuangliu.protection.reveals import Field
from shuangliu.retention.registry import forgetter

from .models import Neighbour


def register() -> None:
    reveals.register(Neighbour, act="neighbour.reveal", fields=(Field.NAME, Field.PHONE))
    looks.register(Neighbour, {"neighbour.revealed": _("The contact person next door was shown in clear")},
                   subjects=contacts)


def contacts(ids: Collection[int]) -> looks.Keys:
    return {one.pk: {phone_hash(one.contact_phone) or looks.key_of(one)}
            for one in Neighbour.objects.filter(pk__in=ids)}


@forgetter("neighbour.contact", _("Contact persons next door that nobody has made sure of"), model=Neighbour,
           moment="checked_on", days=365, due=~Q(contact_name="") | ~Q(contact_phone=""),
           fields=["contact_name", "contact_phone"],
           source=_("Personal Information Protection Law, articles 8 and 19: correct, and no longer than needed"))
def forget_contacts(neighbours, *, at):
    Neighbour.objects.filter(pk__in=[one.pk for one in neighbours]).update(contact_name="", contact_phone="")
