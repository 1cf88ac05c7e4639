"""For the house tests: what each package of the register brings."""

from .leases import samples as leases
from .register import samples as register

SAMPLES, LISTS = {}, {}

for part in (leases, register):
    SAMPLES |= part.SAMPLES
    LISTS |= part.LISTS
