"""Outlines of the demo county: the grids are stored, everything above is their exact union."""

import json
from collections.abc import Iterable
from pathlib import Path

import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.polygon import orient

DATA = Path(__file__).parent / "data"


def grid_outlines() -> dict[str, shapely.Polygon]:
    """Every grid of the drawing by 15-digit code (WGS-84 degrees, six decimals)."""
    collection = json.loads((DATA / "grids.geojson").read_text(encoding="utf-8"))
    return {feature["id"]: shape(feature["geometry"]) for feature in collection["features"]}


def union(outlines: Iterable[shapely.Geometry]) -> shapely.Geometry:
    """Neighbours share their vertices, so the union keeps the very same numbers and leaves no slivers."""
    return shapely.coverage_union_all(list(outlines))


def as_geojson(outline: shapely.Geometry) -> dict:
    """A GeoJSON geometry with outer rings counter-clockwise (RFC 7946): Polygon when it is in one piece."""
    parts = [orient(part) for part in shapely.get_parts(outline)]
    return mapping(parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts))
