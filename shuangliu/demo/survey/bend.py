"""Borders follow brooks and lanes: a gentle bending of the plane turns straight cell edges into curved ones.

The bending is the same at all levels and a chain of shears, which is one-to-one and keeps areas: cells
that met along a straight edge meet along the bent one, and no two borders cross.
"""

import numpy as np
import shapely

STEP = 0.15  # km between the points of a bent edge
# Wave length in km, amplitude in km, direction in radians, phase: two long swings, two bends, two ripples.
WAVES = [
    (7.1, 0.32, 0.4, 0.0), (6.3, 0.30, 2.1, 1.7),
    (2.3, 0.09, 1.2, 0.6), (2.7, 0.10, 2.9, 2.4),
    (0.9, 0.025, 0.1, 1.1), (1.1, 0.03, 1.7, 4.0),
]  # fmt: skip


def bend(geometry: shapely.Geometry) -> shapely.Geometry:
    """The geometry with straight edges made curved."""
    return shapely.transform(shapely.segmentize(geometry, STEP), lambda points: _sheared(points, WAVES))


def unbend(geometry: shapely.Geometry) -> shapely.Geometry:
    """What `bend` would turn into this geometry."""
    undone = [(length, -amplitude, *rest) for length, amplitude, *rest in reversed(WAVES)]
    return shapely.transform(shapely.segmentize(geometry, STEP), lambda points: _sheared(points, undone))


def _sheared(points: np.ndarray, waves: list[tuple]) -> np.ndarray:
    for length, amplitude, direction, phase in waves:
        along = points @ (np.cos(direction), np.sin(direction))
        swing = amplitude * np.sin(2 * np.pi * along / length + phase)
        points = points + swing[:, None] * (-np.sin(direction), np.cos(direction))
    return points
