"""News for business apps."""

from django.dispatch import Signal

# A consent was taken back: end what rests on it (PIPL art. 15). sender = the class of the subject; `consent`,
# `subject`, `purpose`, `by` (None: the person themselves), `at`; in the transaction of the withdrawal.
consent_withdrawn = Signal()
