"""The personal data of care: who may see them in clear, and whose they are."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from shuangliu.protection import looks, reveals
from shuangliu.protection.reveals import Field

from ..personal import themselves
from .consent import declare
from .models import AidApplication, CareReferral, CareTask


def register() -> None:
    declare()
    reveals.register(CareReferral, act="care.reveal", fields=(Field.NAME, Field.PHONE, Field.ADDRESS),
                     rows=lambda: CareReferral.objects.for_detail(), people=lambda referral: [referral.person])
    looks.register(CareReferral, {
        "care.opened": _("A care referral was opened"),
        "care.revealed": _("Name, phone and address of a care referral were shown in clear"),
    }, subjects=whose)
    looks.register(CareTask, {"care-task.opened": _("A grid worker was shown a door and a masked name")},
                   subjects=lambda ids: _by_referral(CareTask, ids))
    looks.register(AidApplication, {
        "aid.opened": _("An application for aid was opened"),
        "aid.letter": _("The decision on an application for aid was printed"),
    }, subjects=lambda ids: _by_referral(AidApplication, ids))


def whose(ids: Collection[int]) -> looks.Keys:
    """The person of the register; somebody who is in none, by phone or by the referral."""
    rows = list(CareReferral.objects.filter(pk__in=ids))
    people = themselves([row.person_id for row in rows if row.person_id])
    return {row.pk: people.get(row.person_id) or (looks.keys_for(row.phone) if row.phone else {looks.key_of(row)})
            for row in rows}


def _by_referral(model, ids: Collection[int]) -> looks.Keys:
    of = dict(model.objects.filter(pk__in=ids).values_list("pk", "referral"))
    keys = whose(set(of.values()))
    return {pk: keys[referral] for pk, referral in of.items()}
