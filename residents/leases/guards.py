"""Who may open the papers of a lease: the registrar of its place, and who holds its premises. Clerks who may read the
lease see that there are papers, not the IDs on them."""

from grids.jurisdiction import scope_q

from .models import Asked, Lease


def sees(user, pk: int) -> bool:
    own = Lease.objects.filter(pk=pk)
    return own.filter(scope_q(user, "lease.accept")).exists() or own.held_by(user).exists()


def sees_asked(user, pk: int) -> bool:
    lease = Asked.objects.filter(pk=pk).values_list("lease", flat=True).first()
    return lease is not None and sees(user, lease)
