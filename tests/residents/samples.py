"""For the house tests: what each package of the register brings."""

from .imports import samples as imports
from .register import samples as register

SAMPLES, LISTS = {}, {}

for part in (register, imports):
    SAMPLES |= part.SAMPLES
    LISTS |= part.LISTS
