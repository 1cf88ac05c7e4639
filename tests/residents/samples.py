"""For the house tests: what each package of the register brings."""

from .care import samples as care
from .imports import samples as imports
from .leases import samples as leases
from .register import samples as register
from .visits import samples as visits

SAMPLES, LISTS = {}, {}

for part in (care, imports, leases, register, visits):
    SAMPLES |= part.SAMPLES
    LISTS |= part.LISTS
