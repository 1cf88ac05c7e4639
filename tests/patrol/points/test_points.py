"""Points: registered where they lie, corrected, given up; their signs on paper."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from mediation.models import MediationCenter, MediationOrg, ScreeningPoint
from patrol.models import PatrolPoint
from patrol.points import signs
from patrol.points.views.sheet import drawn
from shuangliu.audit.models import Entry
from tests.cast import HERE, OTHER_TOWN
from tests.conftest import NOW
from tests.patrol import patrols

LIST, REGISTER, SHEET = reverse("patrol:point-list"), reverse("patrol:point-register"), reverse("patrol:point-sheet")


@pytest.fixture
def jin(browser, cast, now):
    return browser(cast.jin)


def told(**more) -> dict:
    return {"name": "北门卡口", "kind": "checkpoint", "place": "北门路口", "longitude": HERE.longitude,
            "latitude": HERE.latitude, "radius": 80, "unit": "东升巡防队", "opens": "", "closes": "", **more}


def test_it_belongs_to_the_grid_that_holds_it(jin, cast):
    answer = jin.post(REGISTER, told(opens="20:00", closes="06:00"))
    point = PatrolPoint.objects.get()
    assert answer["Location"] == point.get_absolute_url()
    assert (point.area, point.area_key, point.closes.hour) == (cast.grid, cast.grid.key, 6)
    assert "20:00–06:00" in jin.get(answer["Location"]).content.decode()
    assert Entry.objects.filter(verb="point.register").exists()


@pytest.mark.parametrize(("wrong", "field"), [
    ({"longitude": OTHER_TOWN.longitude}, "latitude"), ({"longitude": 0}, "latitude"), ({"latitude": ""}, "latitude"),
    ({"opens": "08:00"}, "closes"), ({"radius": 5}, "radius"), ({"name": ""}, "name"), ({"kind": "camera"}, "kind")])
def test_what_is_wrong_is_said_at_its_field(jin, wrong, field):
    page = jin.post(REGISTER, told(**wrong))
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {field}
    assert not PatrolPoint.objects.exists()


def test_two_in_use_have_two_names(jin, cast):
    first = patrols.point(cast)
    page = jin.post(REGISTER, told())
    assert set(page.context["form"].errors) == {"name"}
    jin.post(reverse("patrol:point-close", args=[first.pk]))
    assert jin.post(REGISTER, told()).status_code == 302


def test_correcting_moves_it_and_leaves_its_sign_good(jin, cast):
    point = patrols.point(cast)
    token = signs.token(point)
    jin.post(reverse("patrol:point-correct", args=[point.pk]), told(longitude=103.88, radius=120))
    point.refresh_from_db()
    assert (point.area.code, point.radius) == ("510116001001002", 120)
    assert signs.scanned(token) == point
    entry = Entry.objects.get(verb="point.correct")
    assert entry.detail["changed"] == ["longitude", "radius", "unit"]


def test_given_up_it_leaves_the_list_and_its_sign_is_worthless(jin, cast):
    point = patrols.point(cast)
    token = signs.token(point)
    close = reverse("patrol:point-close", args=[point.pk])
    jin.post(close)
    assert jin.get(LIST).context["page"].rows == []
    assert jin.get(f"{LIST}?closed=on").context["page"].rows == [point]
    assert signs.scanned(token) is None
    assert jin.post(close).status_code == 409
    assert jin.get(reverse("patrol:point-correct", args=[point.pk])).status_code == 409
    assert jin.post(reverse("patrol:point-sign", args=[point.pk])).status_code == 409


def test_the_list_by_town_and_kind(browser, cast, now):
    patrols.point(cast, "甲卡口")
    patrols.point(cast, "乙联防点", kind="joint_defence")
    far = cast.areas["510116002001001"]
    patrols.point(cast, "丙他镇", area=far, area_key=far.key)
    tang = browser(cast.tang)

    def names(query: str) -> list[str]:
        return [point.name for point in tang.get(LIST + query).context["page"].rows]

    assert names("") == ["甲卡口", "乙联防点", "丙他镇"]
    assert names("?town=510116002") == ["丙他镇"]
    assert names("?town=510116001&kind=joint_defence") == ["乙联防点"]
    assert [point.name for point in browser(cast.jin).get(LIST).context["page"].rows] == ["甲卡口", "乙联防点"]


def test_screening_points_lie_beside_them_for_those_who_plan(browser, cast, now):
    centre = MediationCenter.objects.create(name="东升中心", area=cast.town, kind="town")
    org = MediationOrg.objects.create(name="棠湖调委会", area=cast.community, center=centre, place="community")
    ScreeningPoint.objects.create(name="棠湖排查点", area=cast.community, org=org)
    patrols.point(cast)

    def kinds(user) -> list[str]:
        return [spot["kind"] for spot in browser(user).get(LIST).context["spots"]]

    assert kinds(cast.jin) == kinds(cast.tang) == ["checkpoint", "screening"]
    assert kinds(cast.hong) == ["checkpoint"]
    assert kinds(cast.lu) == []


def test_check_ins_are_counts_by_day_for_those_who_see_shifts(browser, cast, now):
    shift = patrols.shift(cast)
    point = shift.stops.get(position=1).point
    patrols.check_in(shift, at=NOW, by=cast.hong)
    patrols.check_in(shift, at=NOW, by=cast.hong, way="hand")
    page = browser(cast.jin).get(point.get_absolute_url())
    assert [(one["day"], one["n"], one["doubtful"]) for one in page.context["days"]] == [(NOW.date(), 2, 1)]
    assert cast.hong.name not in page.content.decode()
    assert browser(cast.hong).get(point.get_absolute_url()).context["days"] is None


def test_a_sheet_has_one_sign_for_each_point_and_they_read_back(jin, cast, rf, settings):
    settings.PUBLIC_URL = "https://example.cn"
    points = [patrols.point(cast, name) for name in ("甲", "乙", "丙")]
    page = jin.get(f"{SHEET}?point={points[0].pk}&point={points[2].pk}")
    assert [point.name for point, _code in page.context["sheet"]] == ["甲", "丙"]
    assert page.content.decode().count('class="segno"') == 2
    assert len(jin.get(f"{SHEET}?town=510116001").context["sheet"]) == 3
    assert jin.get(f"{SHEET}?point=99999").status_code == 404
    assert re.search(r"<svg[^>]+viewBox", drawn(rf.get("/"), points[0]))
    path = signs.url(points[0])
    assert signs.scanned(path.split("/")[3]) == points[0]


def test_signs_of_another_town_are_not_printed(browser, cast, now):
    far = cast.areas["510116002001001"]
    other = patrols.point(cast, "丙他镇", area=far, area_key=far.key)
    assert browser(cast.jin).get(f"{SHEET}?point={other.pk}").status_code == 404
    assert browser(cast.hong).get(SHEET).status_code == 403


def test_looks_of_old_count_no_more(browser, cast, now):
    shift = patrols.shift(cast)
    patrols.check_in(shift, at=NOW, by=cast.hong, made_at=NOW - timedelta(days=20))
    assert browser(cast.jin).get(shift.stops.get(position=1).point.get_absolute_url()).context["days"] == []
