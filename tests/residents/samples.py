"""For the house tests: what each package of the register brings."""

from .care import samples as care
from .register import samples as register

SAMPLES, LISTS = {}, {}

for part in (care, register):
    SAMPLES |= part.SAMPLES
    LISTS |= part.LISTS
