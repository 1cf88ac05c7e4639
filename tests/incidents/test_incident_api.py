"""The API: the same rights, forms and actions as the pages."""

from uuid import uuid4

import pytest
from django.urls import reverse
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

from incidents.models import Incident
from shuangliu import attachments
from tests.attachments.images import photo
from tests.cast import BEIJING, HERE

from .files import huge
from .story import RETIRED, RUBBISH

LIST = reverse("api:incident-list")


@pytest.fixture
def as_user(story):
    def client(name):
        token, _ = Token.objects.get_or_create(user=getattr(story.cast, name))
        return APIClient(HTTP_AUTHORIZATION=f"Token {token.key}")

    return client


def sent(**more) -> dict:
    return {"uuid": str(uuid4()), "category": RUBBISH, "description": "垃圾", "longitude": HERE.longitude,
            "latitude": HERE.latitude, **more}


def act(client, incident, **fields):
    return client.post(reverse("api:incident-transition", args=[incident.pk]), fields, format="json")


def test_created_once(as_user):
    wang, report = as_user("wang"), sent()
    first, again = wang.post(LIST, report, format="json"), wang.post(LIST, report, format="json")
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["id"] == again.json()["id"]
    assert first.json()["grid"] == "510116001001001"
    assert first.json()["acts"] == ["self-handle", "cancel"]


def test_photos_come_as_multipart(as_user):
    answer = as_user("wang").post(LIST, {**sent(), "photos": [photo()]}, format="multipart")
    assert answer.status_code == 201
    assert attachments.of(Incident.objects.get()).count() == 1
    assert answer.json()["photos"][0]["role"] == "report"


def test_a_large_file_without_a_uuid_is_told_at_its_field(as_user):
    answer = as_user("wang").post(LIST, {**sent(uuid=""), "photos": [huge()]}, format="multipart")
    assert (answer.status_code, list(answer.json())) == (400, ["photos"])


@pytest.mark.parametrize(("wrong", "field"), [
    ({"category": RETIRED}, "category"), ({"category": "X"}, "category"), ({"description": ""}, "description"),
    ({"longitude": BEIJING.longitude, "latitude": BEIJING.latitude}, "place"), ({"uuid": "kein"}, "uuid"),
    ({"latitude": "NaN"}, "latitude"),
])
def test_what_is_wrong_is_said_at_its_field(as_user, wrong, field):
    answer = as_user("wang").post(LIST, sent(**wrong), format="json")
    assert answer.status_code == 400
    assert field in answer.json()


def test_a_list_is_no_report(as_user):
    assert as_user("wang").post(LIST, [1], format="json").status_code == 400


def test_the_list_holds_what_one_may_see_and_pages(as_user, story):
    mine = [story.report() for _ in range(3)]
    answer = as_user("zhao").get(LIST, {"limit": 2}).json()
    rest = as_user("zhao").get(LIST, {"limit": 2, "after": answer["next"]}).json()
    assert [row["id"] for row in answer["results"] + rest["results"]] == [row.pk for row in reversed(mine)]
    assert as_user("qian").get(LIST).json()["results"] == []
    assert as_user("zhao").get(LIST, {"area": "nirgends"}).status_code == 400


def test_an_act_with_its_fields(as_user, story):
    incident = story.tell("accepted")
    answer = act(as_user("sun"), incident, act="assign", department="dongsheng-urban-management", note="请处置")
    assert (answer.status_code, answer.json()["state"]) == (200, "assigned")
    assert answer.json()["moves"][-1]["note"] == "请处置"


@pytest.mark.parametrize(("who", "fields", "status"), [
    ("qian", {"act": "accept"}, 404), ("wang", {"act": "accept"}, 403), ("zhao", {"act": "close"}, 409),
    ("zhao", {"act": "reject"}, 400), ("zhao", {"act": "explode"}, 400), ("zhao", {}, 400),
])
def test_refusals(as_user, story, who, fields, status):
    incident = story.report()
    answer = act(as_user(who), incident, **fields)
    assert answer.status_code == status
    assert incident.moves.count() == 1
    if status == 409:
        assert answer.json()["code"] == "conflict"


def test_without_a_token(story):
    assert APIClient().get(LIST).status_code == 401


def test_sent_again_when_things_have_changed_it_is_the_one_that_was_taken(as_user, kinds):
    wang, report = as_user("wang"), sent()
    first = wang.post(LIST, report, format="json")
    kinds[RUBBISH].is_active = False
    kinds[RUBBISH].save()
    again = wang.post(LIST, report, format="json")
    assert (again.status_code, again.json()["id"]) == (200, first.json()["id"])
    assert as_user("li").post(LIST, report, format="json").status_code == 400


@pytest.mark.parametrize("more", [{"uuid": 5}, {"uuid": {"a": 1}}, {"category": ["E01-01"]}, {"joins": 10**30},
                                  {"place": ["x"], "longitude": None}, {"answers": [1], "category": {}}])
def test_json_of_another_shape_is_refused(as_user, more):
    assert as_user("wang").post(LIST, sent(**more), format="json").status_code == 400


@pytest.mark.parametrize("reply_by", [5, [], {"a": 1}])
def test_a_day_that_is_no_text_is_refused(story, as_user, reply_by):
    answer = act(as_user("tang"), story.tell("town"), act="supervise", sort="leader", text="快办", reply_by=reply_by)
    assert (answer.status_code, list(answer.json())) == (400, ["reply_by"])


def test_similar_wants_an_object(as_user):
    assert as_user("wang").post(reverse("api:incident-similar"), [], format="json").status_code == 400
