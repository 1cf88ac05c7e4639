"""For the house tests: a note of Wang's, and lists with many."""

from . import patrols
from .courtyards import samples as courtyards
from .story import note


def many(cast, n: int) -> None:
    for _number in range(n):
        note(cast)


SAMPLES = {"patrol:note-detail": note, "patrol:shift-detail": patrols.shift, **courtyards.SAMPLES}
LISTS = {"patrol:note-list": ("zhao", many), "api:note-list": ("zhao", many), **courtyards.LISTS}
