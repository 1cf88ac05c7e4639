"""For the house tests, of each part."""

from .leases import samples as leases

SAMPLES, LISTS = {}, {}
for part in (leases,):
    SAMPLES |= part.SAMPLES
    LISTS |= part.LISTS
