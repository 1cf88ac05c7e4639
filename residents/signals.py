"""News of the register, for the floors above."""

from django.dispatch import Signal

# A person moved in, within or out: `person`, `home` (the Residence of today or None), `before` (the last one or None),
# `area_key_before`, `at`. In the transaction of the act.
person_moved = Signal()
