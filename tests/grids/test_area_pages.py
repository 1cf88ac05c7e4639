"""The pages of the area tree, and the outlines for maps."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from grids.models import Area
from tests.cast import BEIJING, HERE


def outlines(client, **query):
    return client.get(reverse("grids:area-outlines"), query)


def test_the_list_opens_at_the_widest_own_area(cast, browser):
    page = reverse("grids:area-list")
    assert browser(cast.chen).get(page)["Location"] == reverse("grids:area-detail", args=["510116"])
    assert browser(cast.wang).get(page)["Location"] == reverse("grids:area-detail", args=["510116001001001"])


def test_an_area_shows_its_parts_people_and_codes(cast, browser):
    text = browser(cast.chen).get(reverse("grids:area-detail", args=["510116"])).content.decode()
    for expected in ["东升街道", "西航港街道", "陈监管", "510122", "双流县"]:
        assert expected in text


def test_an_old_code_opens_the_same_page(cast, browser):
    response = browser(cast.chen).get(reverse("grids:area-detail", args=["510122001"]))
    assert response.context["area"] == cast.town


@pytest.mark.parametrize("code", ["999999", "abc", "510116003"])
def test_an_unknown_area_is_not_found(cast, browser, code):
    assert browser(cast.chen).get(reverse("grids:area-detail", args=[code])).status_code == 404


def test_a_worker_sees_what_holds_the_own_grid_and_not_the_neighbour(cast, browser):
    wang = browser(cast.wang)
    assert wang.get(reverse("grids:area-detail", args=["510116001"])).status_code == 200
    assert wang.get(reverse("grids:area-detail", args=["510116001001002"])).status_code == 404


def test_outlines_of_the_parts(cast, browser):
    features = outlines(browser(cast.chen), area="510116").json()["features"]
    assert [feature["properties"]["code"] for feature in features] == ["510116001", "510116002"]


def test_outlines_around_a_point(cast, browser):
    wang = browser(cast.wang)
    here = outlines(wang, around=f"{HERE.longitude},{HERE.latitude}").json()["features"]
    assert len(here) == 2
    for elsewhere in [f"{BEIJING.longitude},{BEIJING.latitude}", "nan,nan", "x", "1,2,3", "inf,1"]:
        assert outlines(wang, around=elsewhere).json()["features"] == []


def test_the_page_costs_the_same_for_more_parts(cast, browser):
    chen = browser(cast.chen)
    page = reverse("grids:area-detail", args=["510116"])
    chen.get(page)
    with CaptureQueriesContext(connection) as few:
        chen.get(page)
    for n in range(3, 20):
        Area.objects.create(code=f"510116{n:03d}", level="town", name=f"镇{n}", parent=cast.county,
                            valid_from="2010-01-01")
    with CaptureQueriesContext(connection) as many:
        chen.get(page)
    assert len(many) == len(few)
