import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from grids.models import Area
from shuangliu import indicators
from shuangliu.indicators.models import NamedPeriod

pytestmark = pytest.mark.django_db
URL = "/dashboard/"
REPORT = date(2013, 5, 6)


@pytest.fixture
def shops(sections, cast, now):
    """This month 4 shops opened in Wang's community and 1 in Qian's, 3 of them checked; 13,395 long ago."""
    NamedPeriod.objects.create(name="报告期", start="2011-08-01", end="2014-07-31", order=1)
    other = cast.areas["510116002001"].key
    indicators.add_many([
        ("shop.opened", cast.grid.key, now.date(), 4), ("shop.checked", cast.grid.key, now.date(), 2),
        ("shop.opened", other, now.date(), 1), ("shop.checked", other, now.date(), 1),
        ("shop.opened", cast.grid.key, REPORT, 13395), ("shop.checked", cast.grid.key, REPORT, 12861),
    ])


def data(response, name):
    script = re.search(f'<script id="{name}" type="application/json">(.*?)</script>', response.content.decode(), re.S)
    return json.loads(script[1])


def text(response):
    """The visible text, blanks squeezed."""
    body = re.sub(r"<script.*?</script>", "", response.content.decode(), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


@pytest.mark.parametrize(("person", "area"), [
    ("chen", "双流区"), ("tang", "双流区"), ("zheng", "双流区"), ("sun", "东升街道"), ("zhao", "棠湖社区"),
    ("qian", "机场路社区"),
])
def test_everybody_sees_their_own_area_first(shops, cast, browser, person, area):
    response = browser(getattr(cast, person)).get(URL)
    assert response.status_code == 200
    assert response.context["area"].name == area


@pytest.mark.parametrize("person", ["wang", "zhou", "wu", "feng", "he", "nobody"])
def test_who_defends_no_figures_sees_none(shops, cast, browser, person):
    assert browser(getattr(cast, person)).get(URL).status_code == 403


def test_a_stranger_signs_in_and_comes_back(shops, browser):
    response = browser().get(f"{URL}?period=last-month")
    assert response.status_code == 302
    assert response["Location"].endswith("?next=/dashboard/%3Fperiod%3Dlast-month")


def test_areas_below_are_seen_and_others_are_not_there(shops, cast, browser):
    sun = browser(cast.sun)
    assert sun.get(URL, {"area": "510116001001"}).status_code == 200
    assert sun.get(URL, {"area": "510122001001"}).status_code == 200  # by its code of 2014
    for code in ["510116", "510116002", "510116002001", "510116001001001", "999999", "x"]:
        assert sun.get(URL, {"area": code}).status_code == 404, code


def test_the_report_period_always_stands_there(shops, cast, browser):
    for query in ({}, {"period": "last-month"}, {"area": "510116001"}):
        assert "报告期 2011-08 — 2014-07 检查率 96.01 % ( 12861 / 13395 )" in text(browser(cast.chen).get(URL, query))
    assert "报告期 2011-08 — 2014-07 检查率 — ( 0 / 0 )" in text(browser(cast.chen).get(URL, {"area": "510116002"}))


def test_every_number_leads_to_what_it_counts(shops, cast, browser):
    body = browser(cast.chen).get(URL).content.decode()
    days = "from=2026-03-01&amp;to=2026-03-11"
    checked, opened = f"/grids/?state=checked&amp;area=510116&amp;{days}", f"/grids/?area=510116&amp;{days}"
    assert f'<a href="{checked}">3</a>/<a href="{opened}">5</a>' in body
    assert f'<a href="/grids/?area=510116001&amp;{days}">4</a>' in body
    assert '<a href="/grids/?state=checked&amp;area=510116&amp;from=2011-08-01&amp;to=2014-07-31">12861</a>' in body


def test_a_list_that_is_not_the_readers_is_no_link(shops, cast, browser, measures, monkeypatch):
    monkeypatch.setattr("shuangliu.indicators.drill.act_of", lambda route: "case.view")
    assert 'href="/grids/?' not in browser(cast.zhao).get(URL).content.decode()
    assert 'href="/grids/?' in browser(cast.chen).get(URL).content.decode()


def test_the_period_is_in_the_address(shops, cast, browser):
    response = browser(cast.chen).get(URL, {"start": "2013-01-01", "end": "2013-12-31"})
    assert "检查率 96.01 % 12861 / 13395" in text(response)
    assert "2013-01-01 至 2013-12-31" in text(response)
    assert len(data(response, "charts")["shop-months"]["categories"]) == 12


def test_a_period_that_makes_no_sense_is_said_at_the_field(shops, cast, browser):
    response = browser(cast.chen).get(URL, {"start": "2026-03-02", "end": "2026-03-01"})
    assert response.status_code == 422
    assert "截止日不能早于起始日。" in text(response)
    assert 'value="2026-03-02"' in response.content.decode()


def test_charts_draw_what_the_tables_say(shops, cast, browser):
    charts = data(browser(cast.chen).get(URL), "charts")
    areas = charts["shop-areas"]
    assert areas["categories"] == ["东升街道", "西航港街道"]
    assert [(series["name"], series["values"]) for series in areas["series"]] == [("开店", [4.0, 1.0])]
    months = charts["shop-months"]
    assert (months["categories"][0], months["categories"][-1]) == ("2025-04", "2026-03")
    assert [series["values"][-2:] for series in months["series"]] == [[0.0, 5.0], [None, 60.0]]
    assert charts["shop-parts"]["series"][0]["links"][0] == "/grids/?area=510116&from=2026-03-01&to=2026-03-11"


def test_nothing_to_draw_draws_nothing(shops, cast, browser):
    response = browser(cast.chen).get(URL, {"period": "last-month"})
    assert data(response, "charts") == {}
    assert "data-chart=" not in response.content.decode()
    assert "检查率 — 0 / 0" in text(response)


def test_the_map_knows_each_area_below(shops, cast, browser):
    drawn = data(browser(cast.chen).get(URL, {"map": "shops-checked", "period": "this-year"}), "figures-map")
    assert drawn["outlines"] == "/grids/outlines/?area=510116"
    assert drawn["below"].startswith("/dashboard/?period=this-year")
    assert drawn["below"].endswith("&area=000000")
    assert drawn["figures"][0]["areas"] == {
        "510116001": {"value": 50.0, "text": "50.00 %"}, "510116002": {"value": 100.0, "text": "100.00 %"}}
    grids = data(browser(cast.chen).get(URL, {"area": "510116001001"}), "figures-map")
    assert (grids["below"], grids["figures"]) == ("/grids/000000/", [])


def test_a_community_has_no_table_of_areas(shops, cast, browser):
    response = browser(cast.zhao).get(URL)
    assert "检查率 50.00 % 2 / 4" in text(response)
    assert response.context["comparisons"] == []


def test_what_lies_in_no_area_of_today_is_shown_apart(shops, cast, browser, now):
    indicators.add("shop.opened", cast.county.key, now.date(), 2)
    assert "未归入下级区域 0.00 % 0/2 2" in text(browser(cast.chen).get(URL))


def test_as_many_queries_for_two_towns_as_for_forty(shops, cast, browser):
    client = browser(cast.chen)
    client.get(URL)
    with CaptureQueriesContext(connection) as few:
        client.get(URL)
    for number in range(3, 41):
        town = Area.objects.create(code=f"510116{number:03d}", level="town", name=f"第{number}镇", kind="town",
                                   parent=cast.county, valid_from="2010-01-01")
        indicators.add("shop.opened", town.key, date(2026, 3, 2))
    with CaptureQueriesContext(connection) as many:
        assert "第40镇" in text(client.get(URL))
    assert len(many) == len(few)
