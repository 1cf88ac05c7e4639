from datetime import date

import pytest

from grids.models import Area, AreaCode
from shuangliu import indicators
from shuangliu.indicators.registry import indicator

URL = "/api/v1/indicators/shops-checked/"


@pytest.fixture
def shops(measures, cast, now):
    day = now.date()
    indicators.add_many([("shop.opened", cast.grid.key, day, 13395), ("shop.checked", cast.grid.key, day, 12861)])
    return {"start": "2026-03-01", "end": "2026-03-31"}


@pytest.mark.django_db
def test_an_indicator_of_an_area_and_days(shops, cast, browser):
    answer = browser(cast.chen).get(URL, {**shops, "area": "510116"})
    assert answer.status_code == 200
    assert answer.json() == {
        "name": "shops-checked", "area": "510116", "start": "2026-03-01", "end": "2026-03-31",
        "numerator": 12861, "denominator": 13395, "value": "96.01", "version": 1,
        "as_of": "2026-03-11T09:30:00+08:00"}


@pytest.mark.django_db
def test_nothing_to_divide_by_is_null(shops, cast, browser):
    answer = browser(cast.chen).get(URL, {**shops, "area": "510116002"}).json()
    assert (answer["numerator"], answer["denominator"], answer["value"]) == (0, 0, None)


@pytest.mark.django_db
def test_a_new_version_leaves_what_ended_before_it_alone(shops, cast, browser):
    indicator("shops-checked", "检查率", numerator="shop.checked", denominator="shop.checked", version=2,
              since=date(2026, 4, 1))
    of_march = browser(cast.chen).get(URL, {**shops, "area": "510116"}).json()
    with_april = browser(cast.chen).get(URL, {**shops, "area": "510116", "end": "2026-04-30"}).json()
    assert [(one["version"], one["value"]) for one in (of_march, with_april)] == [(1, "96.01"), (2, "100.00")]


@pytest.mark.django_db
def test_a_code_of_other_years_finds_the_area(shops, cast, browser):
    answer = browser(cast.chen).get(URL, {**shops, "area": "510122001001"}).json()
    assert (answer["area"], answer["denominator"]) == ("510116001001", 13395)


@pytest.mark.django_db
@pytest.mark.parametrize(("wrong", "field"), [
    ({"area": "999999"}, "area"),
    ({"area": ""}, "area"),
    ({"area": "510116001001001"}, "area"),  # a grid
    ({"start": "2026-02-30"}, "start"),
    ({"start": "gestern"}, "start"),
    ({"end": "2026-03-31T00:00"}, "end"),
    ({"start": "2026-04-01"}, "end"),
])
def test_a_question_that_makes_no_sense(shops, cast, browser, wrong, field):
    answer = browser(cast.chen).get(URL, {**shops, "area": "510116", **wrong})
    assert answer.status_code == 400
    assert list(answer.json()) == [field]


@pytest.mark.django_db
def test_all_that_is_missing_is_named(measures, cast, browser):
    answer = browser(cast.chen).get(URL)
    assert answer.status_code == 400
    assert set(answer.json()) == {"area", "start", "end"}


@pytest.mark.django_db
def test_an_indicator_that_is_none(shops, cast, browser):
    assert browser(cast.chen).get("/api/v1/indicators/shop.opened/", {**shops, "area": "510116"}).status_code == 404


@pytest.mark.django_db
def test_an_area_of_others(shops, cast, browser):
    assert browser(cast.zhao).get(URL, {**shops, "area": "510116001001"}).status_code == 200
    assert browser(cast.zhao).get(URL, {**shops, "area": "510116001"}).status_code == 403
    assert browser(cast.qian).get(URL, {**shops, "area": "510116001001"}).status_code == 403
    assert browser(cast.wang).get(URL, {**shops, "area": "510116001001"}).status_code == 403
    assert browser().get(URL, {**shops, "area": "510116"}).status_code == 401


@pytest.mark.django_db
def test_an_area_beyond_the_county(shops, cast, browser):
    other = Area.objects.create(code="510104", level="county", name="锦江区", valid_from="2010-01-01")
    AreaCode.objects.create(area=other, code="510104", name="锦江区", valid_from="2010-01-01")
    assert browser(cast.chen).get(URL, {**shops, "area": "510104"}).status_code == 403


@pytest.mark.django_db
def test_the_catalogue(measures, cast, browser):
    assert browser(cast.chen).get("/api/v1/indicators/").json() == [{
        "name": "shops-checked", "label": "检查率", "numerator": "shop.checked", "denominator": "shop.opened",
        "unit": "%", "note": "检查 ÷ 开店", "day": "", "source": "本测试", "version": 1, "higher_is_better": True}]
    assert browser(cast.wang).get("/api/v1/indicators/").status_code == 403
