"""Degrees to kilometres and back about the middle of the county (equirectangular, 0.3 % off at its edges)."""

import numpy as np
import shapely

LONGITUDE, LATITUDE = 104.03, 30.45
KM_PER_DEGREE = np.array([111.32 * np.cos(np.radians(LATITUDE)), 110.86])


def to_plane(geometry: shapely.Geometry) -> shapely.Geometry:
    return shapely.transform(geometry, lambda points: (points - (LONGITUDE, LATITUDE)) * KM_PER_DEGREE)


def to_degrees(geometry: shapely.Geometry) -> shapely.Geometry:
    return shapely.transform(geometry, lambda points: points / KM_PER_DEGREE + (LONGITUDE, LATITUDE))
