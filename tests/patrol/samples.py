"""For the house tests: a note of Wang's, and lists with many."""

from . import patrols
from .story import note
from .volunteers import samples as volunteers


def many(cast, n: int) -> None:
    for _number in range(n):
        note(cast)


SAMPLES = {"patrol:note-detail": note, "patrol:shift-detail": patrols.shift, **volunteers.SAMPLES}
LISTS = {"patrol:note-list": ("zhao", many), "api:note-list": ("zhao", many), **volunteers.LISTS}
