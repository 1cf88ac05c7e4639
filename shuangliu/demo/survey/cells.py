"""Dividing a polygon among seeds: power cells of given areas, relaxed until they look grown.

A power cell is a Voronoi cell whose seed has a weight: more weight, more room. Cells of one parent leave
no gap and never overlap. All lengths are kilometres on a plane.
"""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely import Polygon

from .bend import bend, unbend

ROUNDS = 80
MILLIMETRE = 1e-6  # km
MARGIN = 5.0  # km around the parent, so that a bent cell still reaches its border


def divide(parent: Polygon, seeds: Sequence, shares: Sequence[float], *, drift: float = 1.0) -> list[Polygon]:
    """One connected piece of `parent` for each seed, with areas about proportional to `shares`.

    `drift` 0 leaves the seeds where they are, 1 lets them move to the middle of their cells (Lloyd), which
    makes the cells round and even.
    """
    straight = shapely.get_coordinates(unbend(shapely.multipoints(np.array(seeds))))
    cells = relaxed_cells(unbend(parent), straight, np.array(shares), drift)
    return mended([shapely.intersection(parent, bend(cell), grid_size=MILLIMETRE) for cell in cells])


def relaxed_cells(parent: Polygon, seeds: np.ndarray, shares: np.ndarray, drift: float) -> list[Polygon]:
    """Convex power cells, not yet cut to the parent, after moving seeds and weights towards the shares."""
    wanted = shares * parent.area / shares.sum()
    start, weights = seeds.copy(), np.zeros(len(seeds))
    for _ in range(ROUNDS):
        inside = [parent.intersection(cell) for cell in power_cells(seeds, weights, parent.bounds)]
        # A cell squeezed to nothing keeps its seed until the weights make room again.
        pairs = zip(inside, seeds, strict=True)
        centres = np.array([piece.centroid.coords[0] if piece.area else seed for piece, seed in pairs])
        seeds = seeds + 0.7 * (start + drift * (centres - start) - seeds)
        # A cell grows by about pi/2 times its weight, whatever its size; factors above 0.6 begin to swing.
        weights += 0.4 * (wanted - shapely.area(inside))
        weights -= weights.mean()
    return power_cells(seeds, weights, parent.bounds)


def power_cells(seeds: np.ndarray, weights: np.ndarray, bounds: tuple) -> list[Polygon]:
    """The points nearer to a seed than to any other, where nearness is distance squared minus weight."""
    frame = shapely.get_coordinates(shapely.box(*bounds).buffer(MARGIN, join_style="mitre"))[:-1]
    height = (seeds**2).sum(axis=1) - weights
    cells = []
    for seed, own in zip(seeds, height, strict=True):
        ring = frame
        for other in np.argsort(((seeds - seed) ** 2).sum(axis=1))[1:]:
            ring = _cut(ring, 2 * (seeds[other] - seed), height[other] - own)
        cells.append(Polygon(ring) if len(ring) else Polygon())
    return cells


def _cut(ring: np.ndarray, normal: np.ndarray, limit: float) -> np.ndarray:
    """The part of a convex ring where `normal` times point is at most `limit`."""
    beyond = ring @ normal - limit
    kept = []
    for here, there, a, b in zip(ring, np.roll(ring, -1, axis=0), beyond, np.roll(beyond, -1), strict=True):
        if a <= 0:
            kept.append(here)
        if a * b < 0:
            kept.append(here + a / (a - b) * (there - here))
    return np.array(kept)


def mended(pieces: list) -> list[Polygon]:
    """Give each loose part of a cell to the neighbour it shares the longest border with."""
    parts = [sorted(shapely.get_parts(piece), key=shapely.area) for piece in pieces]
    mended = [part.pop() for part in parts]
    loose = [part for rest in parts for part in rest if part.area > 0]
    for part in sorted(loose, key=shapely.area, reverse=True):
        shared = shapely.area(shapely.intersection(mended, part.buffer(0.001)))
        nearest = int(np.argmax(shared))
        mended[nearest] = shapely.union(mended[nearest], part, grid_size=MILLIMETRE)
    return mended
