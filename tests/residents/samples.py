"""For the house tests: what each package of the register brings."""

from .imports import samples as imports
from .leases import samples as leases
from .register import samples as register

SAMPLES, LISTS = {}, {}

for part in (imports, leases, register):
    SAMPLES |= part.SAMPLES
    LISTS |= part.LISTS
