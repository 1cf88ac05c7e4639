"""What the outbox of a phone gets: a receipt for what is stored, and a clear word for everything else."""

import io
import json
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from incidents.models import Incident
from patrol.models import Note
from shuangliu import attachments
from shuangliu.attachments.middleware import RequestSizeMiddleware
from shuangliu.attachments.models import Attachment
from tests.attachments.images import HTML, photo
from tests.cast import BEIJING
from tests.incidents.story import make_kinds, sent_report

from .story import note, sent_note

REPORT, NOTE = reverse("incidents:incident-new"), reverse("patrol:note-new")
JSON = {"Accept": "application/json"}


@pytest.fixture(autouse=True)
def kinds(cast):
    return make_kinds()


@pytest.mark.parametrize(("url", "sent", "model"), [(REPORT, sent_report, Incident), (NOTE, sent_note, Note)])
def test_a_receipt_names_what_is_stored(phone, url, sent, model):
    given = sent()
    first, second = phone.post(url, given, headers=JSON), phone.post(url, given, headers=JSON)
    matter = model.objects.get()
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == {"uuid": given["uuid"], "number": matter.number, "url": matter.get_absolute_url(),
                            "is_new": True, "goes_on_as": ""}
    assert second.json() == {**first.json(), "is_new": False}
    assert "draft_stored" not in first.cookies


def test_a_lost_receipt_is_given_again_whatever_has_changed_since(phone, kinds):
    given = sent_report()
    phone.post(REPORT, given, headers=JSON)
    kinds[given["category"]].is_active = False
    kinds[given["category"]].save()
    again = phone.post(REPORT, given, headers=JSON)
    assert (again.status_code, again.json()["is_new"]) == (200, False)


def test_a_browser_still_gets_its_page(phone):
    accept = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    assert phone.post(REPORT, sent_report(), headers=accept).status_code == 302


def test_a_refusal_says_what_where_and_which_file(phone):
    bad = SimpleUploadedFile("坏.jpg", HTML)
    far = sent_report(longitude=BEIJING.longitude, latitude=BEIJING.latitude, photos=[photo(), bad])
    answer = phone.post(REPORT, far, headers=JSON)
    assert answer.status_code == 422
    errors = {error["field"]: error for error in answer.json()["errors"]}
    assert set(errors) == {"photos", "place"}
    assert errors["place"]["label"] == "地点"
    assert "远在本" in errors["place"]["messages"][0]
    assert answer.json()["refused_files"] == {"photos": [1]}
    assert not Incident.objects.exists()


def test_photos_sent_again_are_the_same_and_those_taken_away_go(phone, cast):
    """A phone keeps its photos until the receipt, so it sends all of them with every attempt."""
    draft = str(uuid.uuid4())
    six = [photo(f"{n}.jpg", colour) for n, colour in enumerate(["red", "blue", "gold", "teal", "olive", "pink"])]
    wrong = sent_report(uuid=draft, category="", **{"photos-all": "1"})
    assert phone.post(REPORT, {**wrong, "photos": six}, headers=JSON).status_code == 422
    for file in six:
        file.seek(0)
    assert phone.post(REPORT, {**wrong, "photos": six}, headers=JSON).json()["errors"][0]["field"] == "category"
    assert Attachment.objects.count() == 6
    two = six[:2]
    for file in two:
        file.seek(0)
    right = sent_report(uuid=draft, photos=two, **{"photos-all": "1"})
    assert phone.post(REPORT, right, headers=JSON).status_code == 201
    assert [file.name for file in attachments.of(Incident.objects.get())] == ["0.jpg", "1.jpg"]


def test_an_ended_session_is_401_and_nothing_is_kept_of_it(browser, cast):
    stranger = browser(None)
    answer = stranger.post(NOTE, sent_note(), headers=JSON)
    assert answer.status_code == 401
    assert not stranger.session.keys()


def test_somebody_elses_form_is_409(browser, cast, now):
    answer = browser(cast.li).post(NOTE, sent_note(uuid=str(note(cast).uuid)), headers=JSON)
    assert answer.status_code == 409
    assert "他人" in answer.json()["detail"] or "别人" in answer.json()["detail"]


def test_far_too_large_is_413(rf):
    size = str(61 * 1024 * 1024)
    request = rf.post(NOTE, headers=JSON, CONTENT_LENGTH=size, **{"wsgi.input": io.BytesIO()})
    answer = RequestSizeMiddleware(None)(request)
    assert answer.status_code == 413
    assert json.loads(answer.content)["detail"]


def test_the_token_says_whose_session_it_is(phone, browser, cast):
    answer = phone.get(reverse("patrol:outbox-token"), headers=JSON)
    assert answer.json()["user"] == cast.wang.pk
    assert "no-store" in answer["Cache-Control"]
    assert browser(None).get(reverse("patrol:outbox-token"), headers=JSON).status_code == 401


def test_a_token_does_not_outlive_a_sign_in(cast, now):
    """So nothing of one user can be sent in the name of the next."""
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.wang, backend="django.contrib.auth.backends.ModelBackend")
    token = strict.get(reverse("patrol:outbox-token"), headers=JSON).json()["token"]
    cast.li.set_password("a long password 9")
    cast.li.save()
    login = reverse("accounts:login")
    strict.post(reverse("accounts:logout"), headers={"X-CSRFToken": token})
    strict.get(login)
    strict.post(login, {"username": "li", "password": "a long password 9"},
                headers={"X-CSRFToken": strict.cookies["csrftoken"].value})
    assert strict.get(reverse("patrol:outbox-token"), headers=JSON).json()["user"] == cast.li.pk
    assert strict.post(NOTE, sent_note(), headers={**JSON, "X-CSRFToken": token}).status_code == 403
    assert not Note.objects.exists()
