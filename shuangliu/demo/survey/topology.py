"""Making neighbours share their borders exactly, vertex by vertex."""

from collections import defaultdict

import shapely
from shapely import Polygon

from .outline import DECIMALS, rounded

SNAP = 10**-DECIMALS  # degrees
SMOOTH = 8e-5  # degrees: drops vertices whose triangle is smaller than this, about 8 m, squared


def noded(cells: dict[str, Polygon]) -> dict[str, Polygon]:
    """The same cells on a grid of six decimals, every common border made of the same vertices.

    All borders are noded together and rounded once, the faces of that network are given back to the cells,
    and vertices that say nothing are dropped from both sides alike (never from the outer border).
    """
    names, areas = list(cells), list(cells.values())
    network = shapely.union_all([area.boundary for area in areas], grid_size=SNAP)
    faces = shapely.get_parts(shapely.polygonize([network]))
    owners = shapely.STRtree(areas).nearest([face.representative_point() for face in faces])
    pieces = defaultdict(list)
    for face, owner in zip(faces, owners, strict=True):
        pieces[owner].append(face)
    whole = [shapely.coverage_union_all(pieces[i]) for i in range(len(names))]
    smooth = shapely.coverage_simplify(whole, SMOOTH, simplify_boundary=False)
    return dict(zip(names, rounded(smooth), strict=True))
