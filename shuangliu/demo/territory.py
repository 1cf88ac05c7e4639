"""The territory of the demo county 双流: 1 county, 12 towns, 131 communities, 1,091 grids, with outlines.

Names and codes of towns and communities are real (National Bureau of Statistics, July 2016, from npm
china-division 2.0.0). Grids, their number in each community and every border below the county are invented:
schematic, 示意. How they were drawn and which four communities are left out: `shuangliu/demo/survey/`.
"""

import csv
from dataclasses import dataclass
from itertools import groupby

from .geometry import DATA, as_geojson, grid_outlines, union

COUNTY = {"code": "510116", "code_2014": "510122", "name": "双流区", "name_2014": "双流县"}
# For tests: a key and a general community side by side in 东升 (五洞桥, 永乐) and in 西航港 (花红, 机场路).
TINY = {"510116001005", "510116001017", "510116002007", "510116002012"}
TINY_GRIDS = 3


@dataclass(frozen=True)
class Place:
    """One area of the demo county; `parent` is the code of the area above, empty for the county."""

    level: str  # county, town, community, grid
    code: str  # since 2016: 6, 9, 12 or 15 digits
    code_2014: str
    name: str
    name_2014: str
    parent: str
    outline: dict  # GeoJSON Polygon or MultiPolygon, WGS-84, six decimals
    kind: str = ""  # town: subdistrict, town; community: urban, village; grid: general
    grid_mode: str = ""  # community: key, general


@dataclass(frozen=True)
class Territory:
    county: Place
    towns: list[Place]
    communities: list[Place]
    grids: list[Place]

    def places(self) -> list[Place]:
        """All of them, parents before children."""
        return [self.county, *self.towns, *self.communities, *self.grids]


def load(scale: str = "county") -> Territory:
    """The whole county, or with "tiny" three grids in each of four communities of two towns.

    Children tile their parent exactly, at either scale: a tiny town is no more than its tiny communities.
    The result is the same every time and takes about 0.2 s.
    """
    if scale not in ("county", "tiny"):
        raise ValueError(f"scale is county or tiny, not {scale!r}")
    outlines = _outlines(tiny=scale == "tiny")
    towns = [row for row in _rows("towns.csv") if row["code_2016"] in outlines]
    communities = [row for row in _rows("communities.csv") if row["code_2016"] in outlines]
    return Territory(
        county=Place("county", **COUNTY, parent="", outline=outlines[COUNTY["code"]]),
        towns=[_town(row, outlines) for row in towns],
        communities=[_community(row, outlines) for row in communities],
        grids=[grid for row in communities for grid in _grids(row, outlines)],
    )


def _outlines(*, tiny: bool) -> dict[str, dict]:
    """GeoJSON of every area of all four levels by code."""
    shapes = grid_outlines()
    if tiny:
        kept = {f"{code}{number:03d}" for code in TINY for number in range(1, TINY_GRIDS + 1)}
        shapes = {code: shapes[code] for code in kept}
    for length in (12, 9, 6):
        children = sorted(code for code in shapes if len(code) == length + 3)
        for parent, members in groupby(children, key=lambda code: code[:length]):
            shapes[parent] = union([shapes[code] for code in members])
    return {code: as_geojson(shape) for code, shape in shapes.items()}


def _town(row: dict, outlines: dict[str, dict]) -> Place:
    code, name = row["code_2016"], row["name"]
    return Place("town", code, row["code_2014"], name, name, COUNTY["code"], outlines[code], kind=row["kind"])


def _community(row: dict, outlines: dict[str, dict]) -> Place:
    code, name = row["code_2016"], row["name"]
    return Place("community", code, row["code_2014"], name, name, row["town"], outlines[code],
                 kind=row["kind"], grid_mode=row["grid_mode"])  # fmt: skip


def _grids(row: dict, outlines: dict[str, dict]) -> list[Place]:
    grids = []
    for number in range(1, int(row["grids"]) + 1):
        serial, name = f"{number:03d}", f"{row['name']}第{number}网格"
        code, code_2014 = row["code_2016"] + serial, row["code_2014"] + serial
        if code in outlines:
            grids.append(
                Place("grid", code, code_2014, name, name, row["code_2016"], outlines[code], kind="general")
            )
    return grids


def _rows(name: str) -> list[dict]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
