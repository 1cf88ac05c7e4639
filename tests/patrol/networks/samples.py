"""For the house tests: a network, and many things in it."""

from tests.patrol.agreements import samples as agreements
from tests.patrol.assets import samples as assets


def many(cast, n: int) -> None:
    agreements.many(cast, n)
    assets.many_cameras(cast, n)
    assets.many_neighbours(cast, n)


SAMPLES = {"patrol:network-detail": lambda cast: {"name": "technical_video"}}
LISTS = {"patrol:network-list": ("chen", many)}
