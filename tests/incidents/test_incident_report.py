"""Wang reports: what a phone on the street sends, and what becomes of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from incidents import actions
from incidents.models import Incident
from shuangliu import attachments, audit
from shuangliu.deadlines import running
from shuangliu.pages.conflict import Conflict
from tests.attachments.images import photo
from tests.cast import NEXT_DOOR
from tests.statements import statements

from .story import DISPUTE, MAJOR, PIPE, sent_report

URL = reverse("incidents:incident-new")


def test_a_report_finds_its_grid_and_starts_its_clock(phone, story, now):
    answer = phone.post(URL, sent_report(photos=[photo()]))
    incident = Incident.objects.get()
    assert answer.url == incident.get_absolute_url()
    assert (incident.grid, incident.tier, incident.state) == (story.cast.grid, 2, "reported")
    assert incident.due_at == running(incident).get().due_at == now + timedelta(hours=5)  # 4 work hours over lunch
    assert attachments.of(incident).get().role == "report"
    assert [entry.verb for entry in audit.history(incident)] == ["incident.reported"]


def test_it_costs_so_many_statements_and_no_more(phone, story):
    """What it is today, the savepoint of the test among them. Whoever needs one more says why."""
    assert statements(lambda: phone.post(URL, sent_report())) <= 22
    assert Incident.objects.count() == 2


def test_sent_twice_it_is_one_incident(phone, story):
    sent = sent_report(photos=[photo()])
    first, second = phone.post(URL, sent), phone.post(URL, {**sent, "photos": [photo()]})
    assert first.url == second.url
    assert Incident.objects.count() == 1
    assert attachments.of(Incident.objects.get()).count() == 1


def test_a_form_of_somebody_else_is_no_way_to_their_report(story):
    mine = story.report()
    with pytest.raises(Conflict):
        actions.report(by=story.cast.li, at=story.later(), uuid=mine.uuid, category=mine.category, description="我的")


def test_a_point_outside_every_grid_waits_in_the_community(phone, story):
    phone.post(URL, sent_report(longitude=103.80 - 0.01, latitude=30.5))
    incident = Incident.objects.get()
    assert incident.grid is None
    assert incident.area_key == story.cast.community.key
    assert Incident.objects.waiting_for(story.cast.zhao).get() == incident


def test_words_alone_are_a_place_too(phone, story):
    phone.post(URL, sent_report(longitude="", latitude=""))
    assert Incident.objects.get().grid is None


def test_reporting_next_door_is_seen_by_the_reporter_and_by_the_neighbour(phone, story):
    answer = phone.post(URL, sent_report(longitude=NEXT_DOOR.longitude))
    assert phone.get(answer.url).status_code == 200
    incident = Incident.objects.get()
    assert incident.grid.code == "510116001001002"
    assert Incident.objects.visible_to(story.cast.li).get() == incident


def test_emoji_and_rare_characters_stay_what_they_are(phone):
    phone.post(URL, sent_report(description="𡐓坝村口施工🚧，𬭚镖厂门前积水"))
    incident = Incident.objects.get()
    assert incident.description == "𡐓坝村口施工🚧，𬭚镖厂门前积水"
    assert "𡐓坝村口施工🚧" in phone.get(incident.get_absolute_url()).content.decode()


def test_danger_is_urgent_whatever_the_reporter_ticks(phone, now):
    phone.post(URL, sent_report(category=PIPE))
    incident = Incident.objects.get()
    assert incident.is_urgent
    assert incident.due_at == now + timedelta(minutes=30)


def test_a_dispute_may_be_reported_as_urgent(phone):
    phone.post(URL, sent_report(category=DISPUTE, is_urgent="on"))
    assert Incident.objects.get().is_urgent


def test_a_town_reports_without_a_point_at_its_own_tier(story):
    incident = story.report(by=story.cast.sun, point=None)
    assert (incident.tier, incident.area_key) == (3, story.cast.town.key)
    assert Incident.objects.waiting_for(story.cast.sun).get() == incident


def test_what_only_the_county_can_lead_starts_there_and_is_seen_below(story):
    incident = story.report(kind=MAJOR)
    assert (incident.tier, incident.is_urgent) == (4, True)
    assert Incident.objects.waiting_for(story.cast.tang).get() == incident
    assert Incident.objects.visible_to(story.cast.zhao).get() == incident
