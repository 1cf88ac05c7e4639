"""For the house tests: what each package of the register brings."""

from .register import samples as register

SAMPLES, LISTS = {}, {}

for part in (register,):
    SAMPLES |= part.SAMPLES
    LISTS |= part.LISTS
