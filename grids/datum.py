"""WGS-84 <-> GCJ-02. The database keeps WGS-84; GCJ-02 exists only at the edge, for Chinese base maps.

GCJ-02 shifts a position by 50-700 m. The formula was never published; this is the one in common use, on the
Krasovsky 1940 ellipsoid (constants as in the open `coordtransform` libraries). Positions outside
72.004-137.8347 E, 0.8293-55.8271 N are not shifted. All values are degrees, longitude first.
"""

from math import cos, pi, sin, sqrt

SEMI_MAJOR_AXIS = 6378245.0  # metres, Krasovsky 1940
ECCENTRICITY_SQUARED = 0.00669342162296594323
WEST, EAST, SOUTH, NORTH = 72.004, 137.8347, 0.8293, 55.8271
CLOSE_ENOUGH = 1e-10  # degrees, about 0.01 mm


def wgs84_to_gcj02(longitude: float, latitude: float) -> tuple[float, float]:
    """Shift a WGS-84 position to GCJ-02; exact by the formula."""
    if not (WEST <= longitude <= EAST and SOUTH <= latitude <= NORTH):
        return longitude, latitude
    phi = latitude / 180 * pi
    curvature = 1 - ECCENTRICITY_SQUARED * sin(phi) ** 2
    east, north = _shift(longitude - 105, latitude - 35)  # metres
    meridian_radius = SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / curvature**1.5
    parallel_radius = SEMI_MAJOR_AXIS / sqrt(curvature) * cos(phi)
    return longitude + east * 180 / (parallel_radius * pi), latitude + north * 180 / (meridian_radius * pi)


def gcj02_to_wgs84(longitude: float, latitude: float) -> tuple[float, float]:
    """Undo the shift by fixed-point iteration; the result maps back to the input within 1e-9 degrees.

    The shift changes slowly (its gradient is below 0.01), so three or four rounds are enough; positions
    within a shift of the rectangle's edge have no exact inverse and keep the tenth guess.
    """
    guess = longitude, latitude
    for _ in range(10):
        shifted = wgs84_to_gcj02(*guess)
        error = longitude - shifted[0], latitude - shifted[1]
        guess = guess[0] + error[0], guess[1] + error[1]
        if max(map(abs, error)) < CLOSE_ENOUGH:
            break
    return guess


def _shift(x: float, y: float) -> tuple[float, float]:
    """Metres (east, north) at `x`, `y` degrees from 105 E 35 N."""
    ripple = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + ripple
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    east += (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + ripple
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    north += (160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3
    return east, north
