"""For the house tests: a note of Wang's, lists with many, and what each package of patrol brings."""

from . import patrols
from .agreements import samples as agreements
from .assets import samples as assets
from .courtyards import samples as courtyards
from .networks import samples as networks
from .story import note
from .volunteers import samples as volunteers


def many(cast, n: int) -> None:
    for _number in range(n):
        note(cast)


SAMPLES = {"patrol:note-detail": note, "patrol:shift-detail": patrols.shift}
LISTS = {"patrol:note-list": ("zhao", many), "api:note-list": ("zhao", many)}

for part in (agreements, assets, courtyards, networks, volunteers):
    SAMPLES |= part.SAMPLES
    LISTS |= part.LISTS
