"""From the outline down: towns, communities, grids. The grids are the result; all above is their union."""

import math

import numpy as np
import shapely
from shapely import Polygon

from .cells import divide
from .plane import to_degrees, to_plane
from .register import whim
from .topology import noded

# Room per grid inside its town, from the built-up core to the fields.
ROOM = {"key": 0.35, "urban": 1.0, "village": 1.4}
# Towns stay near their true relative positions, key communities near the middle; grids may move freely.
TOWN_DRIFT, COMMUNITY_DRIFT = 0.2, 0.85
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def tessellate(outline: shapely.Geometry, towns: list[dict], communities: list[dict]) -> dict[str, Polygon]:
    """Grid outlines in degrees by 15-digit code; they tile `outline` without gaps or overlaps.

    An exclave of the county becomes one grid of the nearest community.
    """
    *exclaves, mainland = sorted(shapely.get_parts(to_plane(outline)), key=shapely.area)
    drawn = _communities(_towns(mainland, towns), communities)
    owners = [min(drawn, key=lambda code, island=island: drawn[code].distance(island)) for island in exclaves]
    grids = {}
    for row in communities:
        code = row["code_2016"]
        islands = [island for island, owner in zip(exclaves, owners, strict=True) if owner == code]
        cells = islands + _grids(drawn[code], code, row["grids"] - len(islands))
        grids |= {f"{code}{n:03d}": cell for n, cell in enumerate(in_reading_order(cells), start=1)}
    return noded({code: to_degrees(cell) for code, cell in grids.items()})


def in_reading_order(cells: list[Polygon]) -> list[Polygon]:
    """From north to south in rows, in each row from west to east: the order of grid serials."""
    centres = shapely.get_coordinates(shapely.centroid(cells))
    rows = np.array_split(np.argsort(-centres[:, 1]), round(math.sqrt(len(cells))))
    return [cells[i] for row in rows for i in sorted(row, key=lambda i: centres[i, 0])]


def _towns(mainland: Polygon, towns: list[dict]) -> dict[str, Polygon]:
    seeds = [to_plane(shapely.Point(float(town["longitude"]), float(town["latitude"]))) for town in towns]
    shares = [float(town["share"]) for town in towns]
    areas = divide(mainland, [(seed.x, seed.y) for seed in seeds], shares, drift=TOWN_DRIFT)
    return {town["code_2016"]: area for town, area in zip(towns, areas, strict=True)}


def _communities(towns: dict[str, Polygon], communities: list[dict]) -> dict[str, Polygon]:
    """The seat of the town and its key communities in the middle, villages at the rim."""
    drawn = {}
    for town, area in towns.items():
        rows = [row for row in communities if row["town"] == town]
        use = {row["code_2016"]: "key" if row["grid_mode"] == "key" else row["kind"] for row in rows}
        rows.sort(key=lambda row: (ROOM[use[row["code_2016"]]], row["code_2016"]))
        shares = [row["grids"] * ROOM[use[row["code_2016"]]] for row in rows]
        areas = divide(area, _spiral(area, shares, town), shares, drift=COMMUNITY_DRIFT)
        drawn |= {row["code_2016"]: part for row, part in zip(rows, areas, strict=True)}
    return drawn


def _grids(area: Polygon, community: str, count: int) -> list[Polygon]:
    shares = [0.85 + 0.3 * whim(f"{community}/{n}") for n in range(count)]
    return divide(area, _spiral(area, shares, community), shares)


def _spiral(area: Polygon, shares: list[float], name: str) -> np.ndarray:
    """Seeds from the middle outwards like those of a sunflower, as densely as the shares ask for."""
    shares = np.array(shares)
    radius = np.sqrt((shares.cumsum() - shares / 2) / shares.sum() * area.area / math.pi)
    angle = np.arange(len(shares)) * GOLDEN_ANGLE + 2 * math.pi * whim(name)
    return area.centroid.coords[0] + radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
