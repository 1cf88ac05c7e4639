"""Outlines that are cut, joined and compared. GeoJSON in, GeoJSON out; WGS-84 degrees."""

import json
from collections.abc import Iterable
from math import isfinite

import shapely
from shapely.geometry import LineString, mapping, shape
from shapely.ops import split

TOLERANCE = 0.001  # of the area: what rounding to six decimals (0.1 m) does to a small grid
POLYGONS = {"Polygon", "MultiPolygon"}


class BadShape(ValueError):
    """No outline can be made of this."""


def outline_of(geometry) -> dict:
    """A geometry as it is kept."""
    return json.loads(json.dumps(mapping(geometry)))


def read(text: str) -> list[dict]:
    """The outlines in a GeoJSON FeatureCollection, Feature or geometry. Raises BadShape."""
    try:
        found = json.loads(text)
        features = found["features"] if found["type"] == "FeatureCollection" else [found]
        geometries = [feature["geometry"] if feature["type"] == "Feature" else feature for feature in features]
        if any(geometry["type"] not in POLYGONS for geometry in geometries):
            raise BadShape
        shapes = [shape(geometry) for geometry in geometries]
    except BadShape:
        raise
    except Exception as error:  # whatever people paste, and whatever shapely makes of it
        raise BadShape from error
    if not shapes or not all(_is_sound(one) for one in shapes):
        raise BadShape
    return [outline_of(one) for one in shapes]


def read_line(text: str) -> list[tuple[float, float]]:
    """The points of "103.8,30.5 103.9,30.6". Raises BadShape."""
    try:
        points = [tuple(float(part) for part in point.split(",")) for point in text.replace(";", " ").split()]
    except ValueError as error:
        raise BadShape from error
    if len(points) < 2 or not all(len(point) == 2 and isfinite(sum(point)) for point in points):
        raise BadShape
    return points


def cut(outline: dict, line: Iterable[tuple[float, float]]) -> list[dict]:
    """The parts into which a line cuts an outline, from west to east and north to south. Raises BadShape when it
    does not go through from edge to edge."""
    whole = shape(outline)
    if whole.geom_type == "MultiPolygon" and len(whole.geoms) == 1:
        whole = whole.geoms[0]
    if whole.geom_type != "Polygon":
        raise BadShape
    try:
        parts = [part for part in split(whole, LineString(line)).geoms if part.area]
    except (ValueError, shapely.errors.GEOSException) as error:
        raise BadShape from error
    if len(parts) < 2:
        raise BadShape
    return [outline_of(part) for part in sorted(parts, key=lambda one: (one.centroid.x, -one.centroid.y))]


def join(outlines: Iterable[dict]) -> dict:
    return outline_of(shapely.union_all([shape(outline) for outline in outlines]))


def uncovered(old: Iterable[dict], new: Iterable[dict]) -> bool:
    """Do the new outlines leave a part of the old ones to nobody?"""
    before, after = _union(old), _union(new)
    return before.difference(after).area > TOLERANCE * before.area


def beyond(old: Iterable[dict], new: Iterable[dict]) -> bool:
    """Do the new outlines reach over the edge of the old ones?"""
    before, after = _union(old), _union(new)
    return after.difference(before).area > TOLERANCE * before.area


def overlapping(outlines: Iterable[dict]) -> bool:
    """Does any place lie in two of them?"""
    shapes = [shape(outline) for outline in outlines]
    whole = shapely.union_all(shapes).area
    return sum(one.area for one in shapes) - whole > TOLERANCE * whole


def _union(outlines: Iterable[dict]):
    return shapely.union_all([shape(outline) for outline in outlines])


def _is_sound(geometry) -> bool:
    west, south, east, north = geometry.bounds if not geometry.is_empty else (0, 0, 0, 0)
    return (geometry.is_valid and geometry.area > 0 and isfinite(west + south + east + north)
            and west >= -180 and east <= 180 and south >= -90 and north <= 90)
