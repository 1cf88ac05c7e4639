"""Who signed is forgotten three years after the end, when nobody can claim any more (民法典 art. 188); the agreement
with its sums, duties and claims stays, and names nobody."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu import audit
from shuangliu.retention.registry import forgetter

from .actions.signing import drop_scans
from .models import FourPartyAgreement, Signature


@forgetter("agreement.signers", _("Who signed four-party agreements, and the scans"), model=FourPartyAgreement,
           moment="ended_on", days=3 * 365, due=Q(ended_on__isnull=False, forgotten_at=None),
           fields=["signatures__name"], source=_("Civil Code, article 188: three years"))
def forget_signers(agreements, *, at):
    signatures = Signature.objects.filter(agreement__in=agreements)
    drop_scans(signatures)
    signatures.update(name="")
    FourPartyAgreement.objects.filter(pk__in=[one.pk for one in agreements]).update(forgotten_at=at)
    for agreement in agreements:
        audit.record("agreement.forget", agreement, by=None, at=at)
