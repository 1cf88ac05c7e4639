"""News of leases, for the floors above."""

from django.dispatch import Signal

# A self-check found something that is not in order: `answer` (SafetyAnswer, with its check and dwelling), `item`
# (rules.Item), `by` (the account, or None), `at`. In the transaction of the check, once for each line.
hazard_found = Signal()
