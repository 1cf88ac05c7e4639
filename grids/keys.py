"""Jurisdiction as a number: an area is a range of keys, a matter carries one key.

A key is the area's code padded with zeros to 18 digits: county 6, town 3, community 3, grid 3, and 3 kept
free for a level below. "Is it mine" is then `low <= key < high`, on every database, for every role.
"""

from django.db import models
from django.db.models import F

DIGITS = 18
LENGTH = {"county": 6, "town": 9, "community": 12, "grid": 15}


def area_key(code: str) -> int:
    """The lowest key of the area with this code (6, 9, 12 or 15 digits; trailing zeros of a 12-digit town
    code are harmless). Raises ValueError for anything else."""
    if not (code.isascii() and code.isdigit() and len(code) in LENGTH.values()):
        raise ValueError(f"not an area code: {code!r}")
    return int(code.ljust(DIGITS, "0"))


def span(level: str) -> int:
    """How many keys an area of this level covers."""
    return 10 ** (DIGITS - LENGTH[level])


def truncate(key: int, level: str) -> int:
    """The key of the area of `level` that holds `key`: a grid's key becomes its town's."""
    return key - key % span(level)


def _key_of(level: str) -> models.GeneratedField:
    return models.GeneratedField(
        expression=F("area_key") - F("area_key") % span(level),
        output_field=models.BigIntegerField(),
        db_persist=True,
    )


class AreaKeyed(models.Model):
    """A matter that happened somewhere. The generated keys serve the queue of each tier; see
    docs/architecture.md for why there is one per level."""

    area_key = models.BigIntegerField(editable=False)
    county_key = _key_of("county")
    town_key = _key_of("town")
    community_key = _key_of("community")
    grid_key = _key_of("grid")

    class Meta:
        abstract = True
