"""For the house tests: what each package of the register brings."""

from .register import samples as register
from .visits import samples as visits

SAMPLES, LISTS = {}, {}

for part in (register, visits):
    SAMPLES |= part.SAMPLES
    LISTS |= part.LISTS
