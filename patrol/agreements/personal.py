"""Who signed an agreement: shown in clear for a purpose, and who looked is known."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from shuangliu.protection import looks, reveals
from shuangliu.protection.reveals import Field

from .models import FourPartyAgreement, Signature


def register() -> None:
    reveals.register(FourPartyAgreement, act="agreement.reveal", fields=(Field.NAME,))
    looks.register(FourPartyAgreement, {"agreement.revealed": _("Who signed the agreement was shown in clear")},
                   subjects=signers)


def signers(ids: Collection[int]) -> looks.Keys:
    """Whoever signed: known by the record of the signature, for nothing else of them is kept."""
    found: looks.Keys = {}
    for signature in Signature.objects.filter(agreement__in=ids).only("pk", "agreement_id"):
        found.setdefault(signature.agreement_id, set()).add(looks.key_of(signature))
    return found
