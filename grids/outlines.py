"""Outlines as GeoJSON for the maps of all pages."""

from math import isfinite

from django.utils.timezone import localdate

from .locate import grid_at
from .models import Area, Level

EMPTY = {"type": "FeatureCollection", "features": []}


def feature(area: Area) -> dict:
    """One area as a GeoJSON Feature. Codes are texts: a key does not fit a JavaScript number."""
    return {
        "type": "Feature",
        "properties": {"code": area.code, "name": area.name, "level": area.level, "schematic": area.is_schematic},
        "geometry": area.outline,
    }


def children_of(area: Area) -> dict:
    """The areas one level below; a grid shows itself."""
    shown = [area] if area.level == Level.GRID else area.children.current(localdate()).exclude(outline=None)
    return {"type": "FeatureCollection", "features": [feature(one) for one in shown]}


def around(text: str) -> dict:
    """The grids of the community that holds the point "longitude,latitude"; nothing for a point outside."""
    try:
        longitude, latitude = (float(part) for part in text.split(","))
        grid = grid_at(longitude, latitude) if isfinite(longitude + latitude) else None
    except ValueError:
        return EMPTY
    return children_of(grid.parent) if grid else EMPTY
