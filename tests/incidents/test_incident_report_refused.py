"""What goes wrong with a report: said kindly at the right field, and nothing typed or taken is lost."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from incidents.models import Category, Incident
from shuangliu import attachments
from tests.attachments.images import photo
from tests.cast import BEIJING

from .files import html_called_jpg, huge
from .story import RETIRED, RUBBISH, sent_report

URL = reverse("incidents:incident-new")


def test_beijing_is_out_of_reach(phone):
    answer = phone.post(URL, sent_report(longitude=BEIJING.longitude, latitude=BEIJING.latitude))
    assert answer.status_code == 422
    assert "远在本区之外" in answer.content.decode()
    assert not Incident.objects.exists()


@pytest.mark.parametrize("point", [("NaN", "30.5"), ("103.8", ""), ("181", "30"), ("103.8", "inf"), ("一", "二")])
def test_a_broken_point_is_refused_kindly(phone, point):
    answer = phone.post(URL, sent_report(longitude=point[0], latitude=point[1]))
    assert answer.status_code == 422
    assert not Incident.objects.exists()


def test_neither_point_nor_words(phone):
    answer = phone.post(URL, sent_report(longitude="", latitude="", place=""))
    assert answer.status_code == 422
    assert "请在地图上标出位置，或写明地点" in answer.content.decode()


def test_a_category_retired_meanwhile_is_said_at_its_field_and_nothing_is_lost(phone, story):
    answer = phone.post(URL, sent_report(category=RETIRED, description="门上有小广告"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“非法小广告”已停用" in page
    assert "门上有小广告" in page
    Category.objects.filter(code=RUBBISH[:3]).update(is_active=False)
    assert "已停用" in phone.post(URL, sent_report()).content.decode()


def test_a_wrong_file_does_not_cost_the_right_one(phone):
    sent = sent_report(photos=[photo(), html_called_jpg()])
    answer = phone.post(URL, sent)
    assert answer.status_code == 422
    assert "photos__tile--staged" in answer.content.decode()
    phone.post(URL, {**sent, "photos": []})
    assert attachments.of(Incident.objects.get()).count() == 1


def test_twenty_megabytes_are_too_many(phone):
    answer = phone.post(URL, sent_report(photos=[huge()]))
    assert answer.status_code == 413
    assert "棠湖西路12号" in answer.content.decode()
    assert not Incident.objects.exists()


def test_a_session_that_ended_in_the_middle_loses_nothing_typed(phone, story):
    phone.get(URL)
    sent = sent_report(description="写了很久的情况描述")
    phone.get(URL)
    Session.objects.all().delete()
    answer = phone.post(URL, sent)
    assert answer.url.startswith(reverse("accounts:login"))
    phone.force_login(story.cast.wang, backend="django.contrib.auth.backends.ModelBackend")
    page = phone.get(URL).content.decode()
    assert "写了很久的情况描述" in page
    assert sent["uuid"] in page
    assert not Incident.objects.exists()


def test_a_handler_does_not_report(browser, story):
    assert browser(story.cast.zhou).get(URL).status_code == 403
