"""A position as everybody may see it: the middle of its cell of about 100 m (domain.md §7).

A point that is only rounded leans to the side on which the house stands; one that is drawn anew each time is found by
asking often.
"""

from math import floor

CELL = 0.001  # degrees
DECIMALS = 4


def coarse(degrees: float) -> float:
    """Latitude or longitude of the middle of the cell."""
    return round((floor(degrees / CELL) + 0.5) * CELL, DECIMALS)
