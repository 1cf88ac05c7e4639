"""Draw the demo county anew: python -m shuangliu.demo.survey BOUNDARY.geojson COMMUNITIES.csv"""

import argparse
import csv
import json
from pathlib import Path

from shapely.geometry import shape

from shuangliu.demo.geometry import DATA, as_geojson

from . import outline, register
from .tessellate import tessellate


def main(boundary: Path, listed: Path) -> None:
    county = outline.feature(json.loads(boundary.read_text()))
    _write("outline.geojson", json.dumps(county, ensure_ascii=False) + "\n")

    communities = register.communities(_rows(listed))
    with (DATA / "communities.csv").open("w", newline="") as file:
        table = csv.DictWriter(file, register.COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(communities)

    grids = tessellate(shape(county["geometry"]), _rows(DATA / "towns.csv"), communities)
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": as_geojson(cell)}
        for code, cell in grids.items()
    ]
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    note = outline.PROPERTIES["schematic"]
    _write("grids.geojson", f'{{"type":"FeatureCollection","schematic":"{note}","features":[\n{lines}\n]}}\n')


def _rows(path: Path) -> list[dict]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def _write(name: str, text: str) -> None:
    (DATA / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("boundary", type=Path)
    parser.add_argument("communities", type=Path)
    given = parser.parse_args()
    main(given.boundary, given.communities)
