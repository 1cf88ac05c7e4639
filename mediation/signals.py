"""What cases have to say to the floors above."""

from django.dispatch import Signal

# sender Case; case, at. Sent inside the transaction that agreed, failed or did not accept the case.
case_closed = Signal()
