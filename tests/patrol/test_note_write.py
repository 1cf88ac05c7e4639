"""Wang writes down what he saw, did or heard on his round."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from grids.models import Post
from patrol.actions import write_note
from patrol.models import Note
from shuangliu import attachments, audit
from shuangliu.pages.conflict import Conflict
from tests.attachments.images import photo
from tests.cast import BEIJING, NEXT_DOOR, SINCE

from .story import note, sent_note

URL = reverse("patrol:note-new")


def test_a_note_is_of_the_writers_grid_and_on_record(phone, cast, now):
    answer = phone.post(URL, sent_note(photos=[photo()]))
    written = Note.objects.get()
    assert answer.url == written.get_absolute_url()
    assert (written.area, written.area_key, written.by) == (cast.grid, cast.grid.key, cast.wang)
    assert written.noted_at == written.received_at == now
    assert attachments.of(written).count() == 1
    (entry,) = audit.history(written)
    assert entry.verb == "note.written"
    assert "消防" not in str(entry.detail)


def test_sent_twice_it_is_one_note(phone):
    sent = sent_note()
    assert phone.post(URL, sent).url == phone.post(URL, sent).url
    assert Note.objects.count() == 1


def test_of_two_grids_it_is_the_one_that_holds_the_point(cast, now):
    Post.objects.create(user=cast.wang, role="grid_worker", area=cast.areas["510116001001002"], valid_from=SINCE)
    written = note(cast, longitude=NEXT_DOOR.longitude, latitude=NEXT_DOOR.latitude)
    assert written.area == cast.areas["510116001001002"]


def test_anothers_form_is_a_conflict(cast, now):
    first = note(cast)
    with pytest.raises(Conflict):
        write_note(by=cast.li, at=now, uuid=first.uuid, kind="patrol", text="x")


def test_the_time_of_the_phone_is_kept(phone, now):
    phone.post(URL, sent_note(noted_at="2026-03-11T00:10:00.000Z"))
    assert now - Note.objects.get().noted_at == timedelta(hours=1, minutes=20)


def test_a_visit_has_a_purpose_and_nothing_else_has(phone):
    answer = phone.post(URL, sent_note(kind="visit"))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["purpose"])
    phone.post(URL, sent_note(kind="visit", purpose="safety"))
    phone.post(URL, sent_note(kind="opinion", purpose="safety"))
    assert list(Note.objects.order_by("id").values_list("purpose", flat=True)) == ["safety", ""]


@pytest.mark.parametrize(("more", "field"), [
    ({"kind": "spying"}, "kind"), ({"text": ""}, "text"), ({"longitude": 103.8}, "place"),
    ({"longitude": BEIJING.longitude, "latitude": BEIJING.latitude}, "place"), ({"noted_at": "x"}, "noted_at"),
])
def test_bad_input_is_said_at_its_field(phone, more, field):
    answer = phone.post(URL, sent_note(**more))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Note.objects.exists()


@pytest.mark.parametrize("changes", [
    {"kind": "spying"}, {"kind": "visit"}, {"purpose": "safety"}, {"longitude": None},
    {"received_at": "2020-01-01T00:00Z"},
])
def test_the_database_keeps_the_promises(cast, now, changes):
    written = note(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Note.objects.filter(pk=written.pk).update(**changes)


def test_a_desk_writes_none(browser, cast):
    assert browser(cast.zhao).post(URL, sent_note()).status_code == 403


def test_the_form_says_what_does_not_belong_in_it(phone):
    assert "不写姓名" in phone.get(URL).content.decode()


def test_the_api_writes_and_lists(phone, browser, cast):
    sent = {"uuid": str(uuid4()), "kind": "promotion", "text": "宣传防电信诈骗"}
    first, second = (phone.post("/api/v1/notes/", sent, content_type="application/json") for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["number"] == second.json()["number"]
    assert [row["text"] for row in browser(cast.zhao).get("/api/v1/notes/?kind=promotion").json()["results"]] == [
        "宣传防电信诈骗"]
    assert browser(cast.zhao).get("/api/v1/notes/?kind=visit").json()["results"] == []
    assert browser(cast.zhao).get("/api/v1/notes/?kind=x").status_code == 400
