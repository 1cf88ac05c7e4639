"""Six networks as views over what other parts keep; the virtual one is a word and nothing else."""

from datetime import timedelta

import pytest
from django.urls import reverse

from patrol.networks import network
from patrol.networks.registry import REGISTERED, Network
from tests.cast import OTHER_TOWN
from tests.conftest import NOW
from tests.mediation.story import network as mediation_network
from tests.patrol import patrols
from tests.patrol.agreements.story import Village
from tests.patrol.assets.story import camera, faulty, neighbour

LIST = reverse("patrol:network-list")


def detail(name: str) -> str:
    return reverse("patrol:network-detail", args=[name])


def counts(page) -> dict:
    return {str(column.label): column.counts for column in page.context["columns"]}


def test_there_are_six_and_the_virtual_one_keeps_no_data(cast, browser, now):
    page = browser(cast.chen).get(LIST)
    assert [one["name"] for one in page.context["networks"]] == Network.values
    assert "不存任何数据" in page.content.decode()
    assert REGISTERED[Network.VIRTUAL].resources == []
    with pytest.raises(ValueError, match="virtual"):
        network("virtual", "posts", "posts")
    assert "不存任何数据" in browser(cast.chen).get(detail("virtual")).content.decode()
    assert browser(cast.chen).get(detail("none")).status_code == 404


def test_counts_stand_town_by_town(cast, browser, now):
    camera(cast)
    faulty(cast)
    camera(cast, area=cast.areas["510116002001001"], longitude=OTHER_TOWN.longitude, owner="unit")
    here, there = cast.town.key, cast.areas["510116002"].key
    page = browser(cast.chen).get(detail("technical_video"))
    assert counts(page) == {"监控资产": {here: 2, there: 1}, "其中正常运行": {here: 1, there: 1}}
    assert [town.name for town, _counts in page.context["rows"]] == ["东升街道", "西航港街道"]
    own = browser(cast.jin).get(detail("technical_video"))  # a leader: the own town
    assert counts(own)["监控资产"] == {here: 2}
    assert counts(browser(cast.chen).get(detail("unit_venue")))["单位自建摄像机"] == {there: 1}


def test_where_cameras_stand_is_told_to_nobody_here(cast, browser, now):
    found = faulty(cast)
    type(found).objects.update(faulty_since=NOW - timedelta(days=9))
    page = browser(cast.sun).get(detail("technical_video"))  # a sub-centre may not look at cameras
    text = page.content.decode()
    assert "故障超过 7 天: 1" in text
    assert found.site not in text
    assert reverse("patrol:camera-gaps") not in text
    assert reverse("patrol:camera-gaps") in browser(cast.jin).get(detail("technical_video")).content.decode()


def test_what_is_missing_is_named(cast, browser, now):
    Village(cast).agreement("expired")
    neighbour(cast, at=NOW - timedelta(days=181))
    neighbour(cast, at=NOW - timedelta(days=180))
    chen = browser(cast.chen)
    assert "到期未续签" in chen.get(detail("community_group")).content.decode()
    (_label, lacks), = chen.get(detail("cross_boundary")).context["missing"]
    assert len(lacks) == 1


def test_streets_are_on_patrol(cast, browser, now):
    patrols.shift(cast, with_police=True)
    patrols.planned(cast, route=patrols.route(cast, "公兴线"), people=[cast.wang])  # nobody is told of it yet
    patrols.point(cast, kind="joint_defence")
    page, here = browser(cast.chen).get(detail("street_patrol")), cast.town.key
    assert counts(page) == {
        "治安卡口": {here: 4}, "治安联防点": {here: 1}, "巡逻线路": {here: 2}, "本周班次": {here: 1}}
    (duty, url), = page.context["on_duty"]
    assert (duty.place, url) == ("棠湖线", duty.url)
    assert cast.hong.name not in page.content.decode()
    (_label, lacks), = page.context["missing"]
    assert [lack.area for lack, _url in lacks] == ["西航港街道"]
    assert counts(browser(cast.chen).get(detail("cross_boundary")))["本周联合巡逻"] == {here: 1}


def test_screening_points_count_for_communities(cast, browser, now):
    mediation_network(cast)
    page = browser(cast.chen).get(detail("community_group"))
    assert counts(page)["排查点位"]
