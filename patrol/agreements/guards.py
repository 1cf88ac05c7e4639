"""Who may open the scan of a signature: the workstation that keeps the agreement, for the scan shows who signed."""

from grids.jurisdiction import scope_q

from .models import FourPartyAgreement, Signature


def sees_signature(user, pk: int) -> bool:
    agreement = Signature.objects.filter(pk=pk).values_list("agreement", flat=True).first()
    return agreement is not None and FourPartyAgreement.objects.filter(
        scope_q(user, "agreement.reveal"), pk=agreement).exists()
