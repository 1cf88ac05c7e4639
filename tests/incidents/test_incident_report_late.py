"""Wang wrote it where there was no network: the record says when, the clocks run from its arrival."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from incidents.models import Incident
from shuangliu import audit
from shuangliu.deadlines import running

from .story import sent_report

URL = reverse("incidents:incident-new")


def test_it_says_when_it_was_written_and_when_it_arrived(phone, story, now):
    page = phone.post(URL, sent_report(written_at="2026-03-11T01:10:00.000Z"), follow=True)
    incident = Incident.objects.get()
    assert (now - incident.written_at, incident.reported_at) == (timedelta(minutes=20), now)
    assert "2026-03-11 09:10 填写，03-11 09:30 送达" in page.content.decode()
    assert audit.history(incident)[0].detail["written_at"] == "2026-03-11T01:10:00Z"


def test_its_clock_runs_from_its_arrival(phone, story, now):
    phone.post(URL, sent_report(written_at="2026-03-10T01:10:00.000Z"))
    clock = running(Incident.objects.get()).get()
    assert (clock.started_at, clock.due_at) == (now, now + timedelta(hours=5))


@pytest.mark.parametrize("said", ["2026-03-11T01:31:00Z", "2026-01-01T00:00:00Z"])
def test_an_unlikely_time_is_that_of_arrival(phone, now, said):
    page = phone.post(URL, sent_report(written_at=said), follow=True)
    assert Incident.objects.get().written_at == now
    assert "送达" not in page.content.decode()


def test_what_comes_at_once_has_one_time(phone, now):
    page = phone.post(URL, sent_report(written_at="2026-03-11T01:29:57Z"), follow=True)
    assert now - Incident.objects.get().written_at == timedelta(seconds=3)
    assert "送达" not in page.content.decode()


def test_no_time_at_all_is_said(phone):
    answer = phone.post(URL, sent_report(written_at="today"), headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "written_at")


def test_the_api_takes_and_tells_it(phone):
    sent = sent_report(written_at="2026-03-11T09:10:00+08:00")
    answer = phone.post("/api/v1/incidents/", sent, content_type="application/json")
    assert (answer.status_code, answer.json()["written_at"]) == (201, "2026-03-11T09:10:00+08:00")


def test_without_a_word_nothing_is_written_down(phone):
    phone.post(URL, sent_report())
    assert Incident.objects.get().written_at is None


def test_nothing_arrives_before_it_is_written(story, now):
    incident = story.report(written_at=story.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Incident.objects.filter(pk=incident.pk).update(written_at=now + timedelta(days=1))
