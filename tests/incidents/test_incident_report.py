"""Wang reports: what a phone on the street sends, and what goes wrong with it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from incidents import actions
from incidents.models import Category, Incident
from shuangliu import attachments, audit
from shuangliu.deadlines import running
from shuangliu.pages.conflict import Conflict
from tests.attachments.images import photo
from tests.cast import BEIJING, HERE, NEXT_DOOR

from .files import html_called_jpg, huge
from .story import DISPUTE, PIPE, RETIRED, RUBBISH

URL = reverse("incidents:incident-new")


@pytest.fixture
def phone(browser, story):
    return browser(story.cast.wang)


def report(**more) -> dict:
    return {"uuid": str(uuid4()), "category": RUBBISH, "description": "路边有一堆垃圾", "place": "棠湖西路12号",
            "longitude": HERE.longitude, "latitude": HERE.latitude, **more}


def test_a_report_finds_its_grid_and_starts_its_clock(phone, story, now):
    answer = phone.post(URL, report(photos=[photo()]))
    incident = Incident.objects.get()
    assert answer.url == incident.get_absolute_url()
    assert (incident.grid, incident.tier, incident.state) == (story.cast.grid, 2, "reported")
    assert incident.due_at == running(incident).get().due_at == now + timedelta(hours=5)  # 4 work hours over lunch
    assert attachments.of(incident).get().role == "report"
    assert [entry.verb for entry in audit.history(incident)] == ["incident.reported"]


def test_sent_twice_it_is_one_incident(phone, story):
    sent = report(photos=[photo()])
    first, second = phone.post(URL, sent), phone.post(URL, {**sent, "photos": [photo()]})
    assert first.url == second.url
    assert Incident.objects.count() == 1
    assert attachments.of(Incident.objects.get()).count() == 1


def test_a_form_of_somebody_else_is_no_way_to_their_report(story):
    mine = story.report()
    with pytest.raises(Conflict):
        actions.report(by=story.cast.li, at=story.later(), uuid=mine.uuid, category=mine.category, description="我的")


def test_a_point_outside_every_grid_waits_in_the_community(phone, story):
    phone.post(URL, report(longitude=103.80 - 0.01, latitude=30.5))
    incident = Incident.objects.get()
    assert incident.grid is None
    assert incident.area_key == story.cast.community.key
    assert Incident.objects.waiting_for(story.cast.zhao).get() == incident


def test_words_alone_are_a_place_too(phone, story):
    phone.post(URL, report(longitude="", latitude=""))
    assert Incident.objects.get().grid is None


def test_beijing_is_out_of_reach(phone):
    answer = phone.post(URL, report(longitude=BEIJING.longitude, latitude=BEIJING.latitude))
    assert answer.status_code == 422
    assert "远在本区之外" in answer.content.decode()
    assert not Incident.objects.exists()


@pytest.mark.parametrize("point", [("NaN", "30.5"), ("103.8", ""), ("181", "30"), ("103.8", "inf"), ("一", "二")])
def test_a_broken_point_is_refused_kindly(phone, point):
    answer = phone.post(URL, report(longitude=point[0], latitude=point[1]))
    assert answer.status_code == 422
    assert not Incident.objects.exists()


def test_neither_point_nor_words(phone):
    answer = phone.post(URL, report(longitude="", latitude="", place=""))
    assert answer.status_code == 422
    assert "请在地图上标出位置，或写明地点" in answer.content.decode()


def test_reporting_next_door_is_seen_by_the_reporter_and_by_the_neighbour(phone, story):
    answer = phone.post(URL, report(longitude=NEXT_DOOR.longitude))
    assert phone.get(answer.url).status_code == 200
    incident = Incident.objects.get()
    assert incident.grid.code == "510116001001002"
    assert Incident.objects.visible_to(story.cast.li).get() == incident


def test_a_category_retired_meanwhile_is_said_at_its_field_and_nothing_is_lost(phone, story):
    answer = phone.post(URL, report(category=RETIRED, description="门上有小广告"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“非法小广告”已停用" in page
    assert "门上有小广告" in page
    Category.objects.filter(code=RUBBISH[:3]).update(is_active=False)
    assert "已停用" in phone.post(URL, report()).content.decode()


def test_a_wrong_file_does_not_cost_the_right_one(phone):
    sent = report(photos=[photo(), html_called_jpg()])
    answer = phone.post(URL, sent)
    assert answer.status_code == 422
    assert "photos__tile--staged" in answer.content.decode()
    phone.post(URL, {**sent, "photos": []})
    assert attachments.of(Incident.objects.get()).count() == 1


def test_twenty_megabytes_are_too_many(phone):
    answer = phone.post(URL, report(photos=[huge()]))
    assert answer.status_code == 413
    assert "棠湖西路12号" in answer.content.decode()
    assert not Incident.objects.exists()


def test_emoji_and_rare_characters_stay_what_they_are(phone):
    phone.post(URL, report(description="𡐓坝村口施工🚧，𬭚镖厂门前积水"))
    incident = Incident.objects.get()
    assert incident.description == "𡐓坝村口施工🚧，𬭚镖厂门前积水"
    assert "𡐓坝村口施工🚧" in phone.get(incident.get_absolute_url()).content.decode()


def test_a_session_that_ended_in_the_middle_loses_nothing_typed(phone, story):
    sent = report(description="写了很久的情况描述")
    Session.objects.all().delete()
    answer = phone.post(URL, sent)
    assert answer.url.startswith(reverse("accounts:login"))
    phone.force_login(story.cast.wang, backend="django.contrib.auth.backends.ModelBackend")
    page = phone.get(URL).content.decode()
    assert "写了很久的情况描述" in page
    assert sent["uuid"] in page
    assert not Incident.objects.exists()


def test_danger_is_urgent_whatever_the_reporter_ticks(phone, now):
    phone.post(URL, report(category=PIPE))
    incident = Incident.objects.get()
    assert incident.is_urgent
    assert incident.due_at == now + timedelta(minutes=30)


def test_a_dispute_may_be_reported_as_urgent(phone):
    phone.post(URL, report(category=DISPUTE, is_urgent="on"))
    assert Incident.objects.get().is_urgent


def test_a_town_reports_without_a_point_at_its_own_tier(story):
    incident = story.report(by=story.cast.sun, point=None)
    assert (incident.tier, incident.area_key) == (3, story.cast.town.key)
    assert Incident.objects.waiting_for(story.cast.sun).get() == incident


def test_a_handler_does_not_report(browser, story):
    assert browser(story.cast.zhou).get(URL).status_code == 403
