"""Cameras are things: they are filed, signed, kept in order, and where they stand is for few."""

import io
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, models, transaction
from django.urls import reverse

from incidents import actions as incidents
from incidents.models import Incident
from patrol.assets import actions
from patrol.assets.models import Camera, CameraMove
from patrol.assets.states import TRANSITIONS, Act, State
from shuangliu.attachments import guards
from shuangliu.audit.models import Entry
from shuangliu.pages.conflict import Conflict
from tests.cast import OTHER_TOWN
from tests.conftest import NOW
from tests.incidents.story import Story, make_kinds

from .story import camera, fault_category, faulty

LIST, MAP, GAPS, IMPORT = (reverse(f"patrol:camera-{name}") for name in ("list", "map", "gaps", "import"))

# All that a camera may be. A field that is not here has to be argued for: no stream, no address of one, no picture.
MAY_HAVE = {
    "id", "area_key", "county_key", "town_key", "community_key", "grid_key", "code", "site", "area", "longitude",
    "latitude", "owner", "owned_by", "filing", "has_sign", "retention_days", "purpose", "installed_on", "state",
    "faulty_since", "fault", "incident", "removed_on", "moves"}


def test_a_camera_is_a_thing_and_shows_nothing():
    assert {field.name for field in Camera._meta.get_fields()} == MAY_HAVE
    assert {field.name for field in CameraMove._meta.get_fields()} == {
        "id", "camera", "act", "to_state", "by", "at", "note"}
    kinds = (models.FileField, models.URLField, models.GenericIPAddressField, models.JSONField, models.BinaryField)
    assert not [field for model in (Camera, CameraMove) for field in model._meta.fields if isinstance(field, kinds)]
    assert "patrol.camera" not in guards._GUARDS  # so nobody can look at a file of one


@pytest.fixture
def tang(cast, browser, now):
    return browser(cast.tang)


# Who looks, and what is written down about it

@pytest.mark.parametrize(("url", "verb"), [(LIST, "listed"), (MAP, "mapped"), (GAPS, "checked")])
def test_every_opening_is_on_record(tang, cast, url, verb):
    camera(cast)
    tang.get(url + "?state=working")
    tang.get(url + "?state=working")
    entries = Entry.objects.filter(verb=f"camera.{verb}", actor_id=cast.tang.pk)
    assert [entry.detail["filters"] for entry in entries] == [{"state": "working"}] * 2


def test_so_is_the_page_of_each(tang, cast):
    found = camera(cast)
    tang.get(found.get_absolute_url())
    entry = Entry.objects.get(verb="camera.opened")
    assert (entry.matter_id, entry.actor_id) == (found.pk, cast.tang.pk)


@pytest.mark.parametrize("person", ["zhao", "sun", "wang", "zhou", "he", "nobody", "hong"])
def test_nobody_else_learns_where_cameras_stand(cast, browser, now, person):
    found = camera(cast)
    for url in (LIST, MAP, GAPS, found.get_absolute_url()):
        assert browser(getattr(cast, person)).get(url).status_code == 403
    assert not Camera.objects.visible_to(getattr(cast, person)).exists()
    assert not Entry.objects.filter(verb__in=["camera.listed", "camera.opened"]).exists()


def test_a_leader_sees_the_own_town_alone(cast, browser, now):
    here = camera(cast)
    there = camera(cast, area=cast.areas["510116002001001"], longitude=OTHER_TOWN.longitude)
    jin = browser(cast.jin)
    assert [one.pk for one in jin.get(LIST).context["page"].rows] == [here.pk]
    assert [mark["url"] for mark in jin.get(MAP).context["marks"]] == [here.get_absolute_url()]
    assert jin.get(there.get_absolute_url()).status_code == 404
    assert jin.get(reverse("patrol:camera-register")).status_code == 403


# A fault and its incident

def test_a_fault_opens_an_incident_and_its_end_mends_the_camera(cast, now):
    fault_category()
    found = camera(cast)
    incident = actions.report(found, by=cast.jin, at=NOW, fault="断电")
    assert (found.state, found.incident, found.faulty_since) == (State.FAULTY, incident, NOW)
    assert (incident.category.code, incident.grid, incident.place) == (actions.CATEGORY, cast.grid, found.site)
    assert not incident.category.is_public  # else the portal would show where it stands
    story = Story(cast, make_kinds(), at=NOW)
    for step in ("accepted", "assigned", "in_progress", "resolved", "verified"):
        getattr(story, step)(incident)
        found.refresh_from_db()
        assert found.state == State.FAULTY
    story.closed(incident)
    found.refresh_from_db()
    assert (found.state, found.faulty_since, found.fault) == (State.WORKING, None, "")
    assert [move.act for move in found.moves.all()] == ["register", "report", "restore"]


def test_a_reopened_incident_breaks_it_again(cast, now):
    found = faulty(cast)
    story = Story(cast, make_kinds(), at=NOW)
    incident = found.incident
    for step in ("accepted", "assigned", "in_progress", "resolved", "verified", "closed"):
        getattr(story, step)(incident)
    incidents.reopen(incident, by=cast.zhao, at=story.later(), reason="仍无画面")
    found.refresh_from_db()
    assert (found.state, found.moves.last().act) == (State.FAULTY, Act.BREAK)


def test_an_incident_that_came_to_nothing_may_be_reported_anew(cast, now):
    found = faulty(cast)
    with pytest.raises(Conflict):
        actions.report(found, by=cast.tang, at=NOW, fault="断电")
    with pytest.raises(Conflict):
        actions.restore(found, by=cast.tang, at=NOW)
    incidents.reject(found.incident, by=cast.zhao, at=NOW, reason="不属本辖区")
    found.refresh_from_db()
    assert (found.state, found.incident) == (State.FAULTY, None)
    since = found.faulty_since
    again = actions.report(found, by=cast.tang, at=NOW + timedelta(days=1), fault="断电")
    assert (found.incident, found.faulty_since) == (again, since)  # out of order all the while


def test_a_merged_incident_takes_the_camera_along(cast, now):
    one, other = faulty(cast), faulty(cast)
    incidents.merge(other.incident, by=cast.zhao, at=NOW, into=one.incident)
    other.refresh_from_db()
    assert other.incident == one.incident


def test_a_fault_tells_of_a_thing(cast, now):
    fault_category()
    with pytest.raises(ValidationError):
        actions.report(camera(cast), by=cast.tang, at=NOW, fault="被吸毒人员砸坏")
    assert not Incident.objects.exists()


def test_without_the_category_it_says_so(cast, tang):
    refused = tang.post(reverse("patrol:camera-report", args=[camera(cast).pk]), {"fault": "断电"})
    assert refused.status_code == 422
    assert actions.CATEGORY in refused.content.decode()


def test_what_is_taken_down_counts_no_more(cast, tang):
    found = faulty(cast)
    url = reverse("patrol:camera-remove", args=[found.pk])
    assert tang.post(url, {"removed_on": "2020-01-01"}).status_code == 422
    assert tang.post(url, {"removed_on": "2026-03-11", "note": "道路改造"}).status_code == 302
    found.refresh_from_db()
    assert (found.state, found.faulty_since) == (State.REMOVED, None)
    assert tang.get(url).status_code == 409
    assert tang.get(reverse("patrol:camera-correct", args=[found.pk])).status_code == 409


def test_the_database_keeps_state_and_fault_together(cast, now):
    found = camera(cast)
    for wrong in ({"state": "faulty"}, {"fault": "断电"}, {"state": "removed"}, {"retention_days": 0},
                  {"longitude": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Camera.objects.filter(pk=found.pk).update(**wrong)


def test_every_act_is_told_of():
    assert set(Act) == set(TRANSITIONS)


# What the law asks

@pytest.mark.parametrize(("lack", "given"), [
    ("unfiled", {"filing": "", "installed_on": date(2026, 2, 8)}), ("unsigned", {"has_sign": False}),
    ("short", {"retention_days": 29}), ("long", {"retention_days": 91})])
def test_a_lack_is_found(cast, tang, lack, given):
    camera(cast)
    found = camera(cast, **given)
    page = tang.get(f"{GAPS}?lack={lack}")
    assert {code: number for code, _lack, number in page.context["lacks"] if number} == {lack: 1}
    assert [one.pk for one in page.context["page"].rows] == [found.pk]


@pytest.mark.parametrize("given", [
    {"filing": "", "installed_on": date(2026, 2, 9)}, {"retention_days": 30}, {"retention_days": 90}])
def test_what_is_in_time_lacks_nothing(cast, tang, given):
    camera(cast, **given)
    assert not tang.get(GAPS).context["page"].rows


def test_a_week_out_of_order_is_a_lack(cast, tang):
    found = faulty(cast)
    Camera.objects.update(faulty_since=NOW - timedelta(days=7))
    assert not tang.get(GAPS).context["page"].rows
    Camera.objects.update(faulty_since=NOW - timedelta(days=7, seconds=1))
    assert [one.pk for one in tang.get(GAPS).context["page"].rows] == [found.pk]


# The form and the table

def sent(**more) -> dict:
    return {"code": "SLJK9001", "site": "棠湖公园南门", "longitude": "103.82", "latitude": "30.5", "area": "",
            "owner": "unit", "owned_by": "棠湖公园管理处", "purpose": "street", "installed_on": "2025-05-01",
            "filing": "", "retention_days": "60", **more}


def test_the_grid_follows_from_the_point(cast, tang):
    assert tang.post(reverse("patrol:camera-register"), sent()).status_code == 302
    found = Camera.objects.get()
    assert (found.area, found.area_key, found.has_sign) == (cast.grid, cast.grid.key, False)
    again = tang.post(reverse("patrol:camera-register"), sent())
    assert set(again.context["form"].errors) == {"code"}


@pytest.mark.parametrize(("wrong", "field"), [
    ({"latitude": ""}, "latitude"), ({"longitude": "116.4", "latitude": "39.9"}, "latitude"),
    ({"longitude": "", "latitude": ""}, "area"), ({"retention_days": "-1"}, "retention_days")])
def test_a_wrong_entry_is_told_at_its_field(cast, tang, wrong, field):
    refused = tang.post(reverse("patrol:camera-register"), sent(**wrong))
    assert (refused.status_code, set(refused.context["form"].errors)) == (422, {field})


def test_an_entry_is_put_right_and_the_trail_says_what(cast, tang):
    found = camera(cast)
    assert tang.post(reverse("patrol:camera-correct", args=[found.pk]),
                     sent(code=found.code, filing="川双公视备2026002")).status_code == 302
    found.refresh_from_db()
    assert (found.site, found.filing) == ("棠湖公园南门", "川双公视备2026002")
    assert "安装位置" in found.moves.last().note


HEADER = "资产编号,安装位置,社区代码,权属类别,权属单位,用途,启用日期,备案号,有提示标识,图像保存天数"
ROW = "{code},棠湖东路{code}号,510116001001,企业、商户、学校,某超市,街面、广场治安,2025-05-01,,{sign},{days}"


def table(*rows: str, header: str = HEADER) -> SimpleUploadedFile:
    return SimpleUploadedFile("摄像机.csv", "\n".join([header, *rows]).encode())


def test_a_table_is_tried_and_then_taken(cast, tang):
    rows = [ROW.format(code=f"A{n}", sign="有", days=30) for n in range(3)]
    trial = tang.post(IMPORT, {"file": table(*rows)})
    assert (trial.context["result"].new, Camera.objects.count()) == (3, 0)
    assert tang.post(IMPORT, {"file": table(*rows), "take": "on"}).status_code == 302
    assert Camera.objects.filter(has_sign=True, owner="unit", area=cast.community).count() == 3
    rows[0] = ROW.format(code="A0", sign="无", days=30)
    again = tang.post(IMPORT, {"file": table(*rows)}).context["result"]
    assert (again.new, again.changed, again.same) == (0, 1, 2)


def test_one_bad_row_and_none_is_taken(cast, tang):
    rows = [ROW.format(code="A1", sign="有", days=30), ROW.format(code="A1", sign="有", days=30),
            ROW.format(code="A2", sign="有", days="很久")]
    answer = tang.post(IMPORT, {"file": table(*rows), "take": "on"})
    assert answer.status_code == 422
    assert [row for row, _code, _why in answer.context["refused"]] == [3, 4]
    assert not Camera.objects.exists()


def test_a_column_of_what_no_camera_may_have_refuses_the_file(cast, tang):
    row = ROW.format(code="A1", sign="有", days=30)
    answer = tang.post(IMPORT, {"file": table(row + ",x", header=HEADER + ",人脸抓拍")})
    assert "人脸抓拍" in str(answer.context["form"].errors["file"])
    assert tang.post(IMPORT, {"file": io.BytesIO(b"")}).status_code == 422
