"""The demo county's territory: the right number of real places, and a map without gaps or overlaps."""

import json
import random
from collections import Counter

import pytest
import shapely
from shapely.geometry import shape

from shuangliu.demo.geometry import DATA
from shuangliu.demo.territory import load

OVERLAP = 1e-14  # square degrees, about 1e-4 m2: what rounding in an intersection may leave


@pytest.fixture(scope="module")
def county():
    return load()


@pytest.fixture(scope="module")
def tiny():
    return load("tiny")


def outlines(places):
    return [shape(place.outline) for place in places]


def children_of(parent, territory):
    return [place for place in territory.places() if place.parent == parent.code]


def test_counts_are_those_of_the_report(county):
    modes = {place.code: place.grid_mode for place in county.communities}
    grids = Counter(modes[grid.parent] for grid in county.grids)

    assert (len(county.towns), len(county.communities), len(county.grids)) == (12, 131, 1091)
    assert Counter(modes.values()) == {"key": 35, "general": 96}
    assert grids == {"key": 350, "general": 741}


def test_pilot_communities_are_key_and_the_four_youngest_are_absent(county):
    modes = {place.name: place.grid_mode for place in county.communities if place.parent == "510116001"}

    assert {modes[name] for name in ("五洞桥社区", "紫东阁社区", "东明社区")} == {"key"}
    assert not {"一杆旗社区", "花月街社区", "丛桂社区"} & set(modes)
    assert "510116002017" not in {place.code for place in county.communities}


def test_names_carry_no_committee(county):
    assert all(place.name.endswith(("社区", "村")) for place in county.communities)
    assert county.grids[2].name == "棠湖社区第3网格"
    assert (county.county.name, county.county.name_2014) == ("双流区", "双流县")


@pytest.mark.parametrize("scale", ["county", "tiny"])
def test_codes_extend_the_parents_code_in_both_years(scale, request):
    territory = request.getfixturevalue(scale)
    by_code = {place.code: place for place in territory.places()}

    assert len(by_code) == len(territory.places())
    assert len({place.code_2014 for place in territory.places()}) == len(by_code)
    for place in territory.places():
        assert len(place.code) == {"county": 6, "town": 9, "community": 12, "grid": 15}[place.level]
        assert place.code_2014 == "510122" + place.code[6:]
        if place is not territory.county:
            parent = by_code[place.parent]
            assert place.code.startswith(parent.code)
            assert len(place.code) == len(parent.code) + 3


def test_grid_serials_run_without_holes(county):
    for community in county.communities:
        serials = [int(grid.code[12:]) for grid in children_of(community, county)]
        assert serials == list(range(1, len(serials) + 1))


@pytest.mark.parametrize("scale", ["county", "tiny"])
def test_children_tile_their_parent(scale, request):
    territory = request.getfixturevalue(scale)
    for parent in [territory.county, *territory.towns, *territory.communities]:
        area = shape(parent.outline).area
        parts = sum(part.area for part in outlines(children_of(parent, territory)))
        assert parts == pytest.approx(area, rel=1e-9), parent.name


@pytest.mark.parametrize("level", ["towns", "communities", "grids"])
def test_neighbours_do_not_overlap(county, level):
    shapes = outlines(getattr(county, level))
    left, right = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = [(shapes[a], shapes[b]) for a, b in zip(left, right, strict=True) if a < b]

    assert max(shapely.area(shapely.intersection(*zip(*pairs, strict=True)))) < OVERLAP


def test_outlines_are_valid_and_in_one_piece(county):
    exclaves = 0
    for place in county.places():
        outline = shape(place.outline)
        assert outline.is_valid, place.name
        assert all(len(part.interiors) == 0 for part in shapely.get_parts(outline)), place.name
        exclaves += outline.geom_type == "MultiPolygon"
    assert {grid.outline["type"] for grid in county.grids} == {"Polygon"}
    # The one in the south-west: a piece of the county, of 黄龙溪镇 and of one of its villages.
    assert exclaves == 3


def test_coordinates_have_six_decimals_and_rings_turn_left(county):
    for outline in outlines(county.grids):
        points = shapely.get_coordinates(outline)
        assert (points == points.round(6)).all()
        assert outline.exterior.is_ccw


def test_county_keeps_the_repaired_outline(county):
    feature = json.loads((DATA / "outline.geojson").read_text(encoding="utf-8"))
    source, drawn = shape(feature["geometry"]), shape(county.county.outline)

    assert source.is_valid
    assert drawn.symmetric_difference(source).area < 1e-6 * source.area
    assert "示意" in feature["properties"]["schematic"]
    assert feature["properties"]["licence"] == "MIT"


def test_any_point_inside_is_in_one_grid(county):
    shapes = outlines(county.grids)
    tree, inside = shapely.STRtree(shapes), shape(county.county.outline)
    west, south, east, north = inside.bounds
    dice = random.Random(99)
    points = []
    while len(points) < 99:
        point = shapely.Point(dice.uniform(west, east), dice.uniform(south, north))
        points += [point] if inside.contains(point) else []

    assert [len(tree.query(point, predicate="within")) for point in points] == [1] * 99


def test_cells_are_balanced_and_the_built_up_core_is_finer(county):
    area = {grid.code: shape(grid.outline).area for grid in county.grids}
    mean = {"key": [], "general": []}
    for community in county.communities:
        own = [area[grid.code] for grid in children_of(community, county)]
        own = sorted(own)[1:] if community.code == "510116111204" else own  # its exclave is as small as it is
        assert max(own) < 2 * min(own), community.name
        mean[community.grid_mode].append(sum(own) / len(own))

    assert sum(mean["key"]) / 35 < sum(mean["general"]) / 96 / 2


@pytest.mark.parametrize(
    ("name", "longitude", "latitude"),
    [("东升街道", 103.922, 30.578), ("九江街道", 103.925, 30.625), ("永安镇", 103.985, 30.40)],
)
def test_some_towns_lie_where_they_really_are(county, name, longitude, latitude):
    (town,) = (town for town in county.towns if town.name == name)

    assert shape(town.outline).contains(shapely.Point(longitude, latitude))


def test_loading_twice_gives_the_same(county):
    assert load() == county


def test_tiny_has_two_towns_with_a_key_and_a_general_community_of_three_grids(tiny):
    assert len(tiny.towns) == 2
    for town in tiny.towns:
        communities = children_of(town, tiny)
        assert [place.grid_mode for place in communities] == ["key", "general"]
        assert [len(children_of(place, tiny)) for place in communities] == [3, 3]
    assert {shape(place.outline).geom_type for place in tiny.towns + tiny.communities} == {"Polygon"}


def test_unknown_scale_is_refused():
    with pytest.raises(ValueError, match="county or tiny"):
        load("nation")
