"""Every page for the public: small, in two languages, in large type, and nothing that is nobody's business."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

from shuangliu.subjects.models import SubjectRequest
from tests.cast import HERE
from tests.incidents.story import DISPUTE, MAJOR

from .resident import solved

PAGES = ["/public/", "/public/report/", "/public/follow/", "/public/nearby/", "/public/guide/", "/public/figures/",
         "/public/privacy/", "/public/privacy/ask/"]
MOST = 100_000  # bytes, compressed


def asset(path: str) -> bytes:
    """As it is in the sources, or under the name that it was collected by."""
    return Path(finders.find(path) or staticfiles_storage.path(path)).read_bytes()


@pytest.mark.parametrize("page", PAGES)
def test_the_first_load_is_light(page, client, resident):
    """The page, and all that it names; what scripts import besides."""
    html = client.get(page).content
    parts = [html]
    for path in set(re.findall(r'(?:href|src)="/static/([^"#]+)', html.decode())):
        parts.append(asset(path))
        parts += [asset(f"built/{chunk.decode()}")
                  for chunk in re.findall(rb'"(?:\.\./)*\.?/?(chunks/[\w-]+\.js)"', parts[-1])]
    assert len(parts) > 3
    assert sum(len(gzip.compress(part)) for part in parts) < MOST


@pytest.mark.parametrize("page", PAGES)
def test_everybody_reads_it_in_both_languages_and_calls(page, client, resident):
    assert 'lang="zh-hans"' in client.get(page).content.decode()
    english = client.get(page, headers={"Accept-Language": "en"}).content.decode()
    assert 'lang="en"' in english
    assert "83721000" in english


def test_large_type_is_remembered_and_leads_nowhere_else(client, resident):
    assert client.get("/public/type/large/?next=/public/follow/")["Location"] == "/public/follow/"
    assert 'class="large"' in client.get("/public/").content.decode()
    assert client.get("/public/type/normal/?next=//evil.example/")["Location"] == "/public/"
    assert 'class="large"' not in client.get("/public/").content.decode()


def test_nearby_shows_the_street_and_nothing_of_people(client, resident, calls):
    known = calls.story.tell("accepted")
    quarrel, major = calls.story.tell("reported", kind=DISPUTE), calls.story.tell("reported", kind=MAJOR)
    answer = client.get("/public/nearby/", {"town": calls.cast.town.code})
    assert [one.pk for one in answer.context["found"]] == [known.pk]
    page = answer.content.decode()
    for secret in (known.description, known.place, known.number, quarrel.category.name, major.category.name):
        assert secret not in page
    assert str(HERE.longitude) + "0" not in page
    assert answer.context["points"][0]["at"] != [HERE.latitude, HERE.longitude]


def test_another_town_shows_its_own(client, resident, calls):
    calls.story.tell("accepted")
    assert not client.get("/public/nearby/", {"town": "510116002"}).context["found"]


def test_what_is_over_is_not_open(client, resident, calls):
    calls.story.tell("closed")
    assert not client.get("/public/nearby/").context["found"]


def test_the_question_while_typing_needs_a_point(client, resident, calls):
    known = calls.story.tell("accepted")
    assert client.post("/public/report/near/", {"category": "E01-01"}).status_code == 422
    found = client.post("/public/report/near/", {"category": "E01-01", "longitude": HERE.longitude,
                                                 "latitude": HERE.latitude})
    assert f'value="{known.pk}"' in found.content.decode()


def test_a_request_about_own_data_without_a_ticket_needs_a_phone(client, resident):
    assert client.post("/public/privacy/ask/", {"kind": "access", **solved()}).status_code == 422
    form = {"kind": "access", "asker": "self", "phone": "13800138000", "text": "我的资料",
            "uuid": "1a6ff6a4-3a3a-4a3a-8a3a-0a3a3a3a3a3b"}
    assert client.post("/public/privacy/ask/", form | solved()).status_code == 302
    client.post("/public/privacy/ask/", form | solved())
    assert SubjectRequest.objects.get().phone == "13800138000"
