"""/api/v1/mediation/cases/: the same rights, the same rules, persons masked."""

import pytest
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

from mediation.models import Case
from tests.mediation.after import story as after
from tests.mediation.story import AT, LIU, ZHANG, accepted, mediating, registered

URL = "/api/v1/mediation/cases/"


@pytest.fixture
def api(story):
    """`api(person)` is a client that speaks with the person's token."""

    def client(user) -> APIClient:
        speaking = APIClient()
        speaking.credentials(HTTP_AUTHORIZATION=f"Token {Token.objects.get_or_create(user=user)[0].key}")
        return speaking

    return client


@pytest.fixture
def sent(story) -> dict:
    return {
        "uuid": "7d1a2f58-8f1e-4b0e-8a34-0d6f3b1c2a10", "source": "petition", "external_ref": "XF2026-77",
        "category": "0503", "title": "车辆刮擦", "summary": "赔偿数额争议。", "happened_on": "2026-03-10",
        "area": story.cast.community.code, "place": "大件路", "people": 2,
        "parties": [{"role": "applicant", "name": ZHANG.name, "id_number": ZHANG.id_number},
                    {"role": "respondent", "name": "双流某物流公司", "is_organisation": True}],
    }


def test_register(api, sent, story):
    response = api(story.cast.wu).post(URL, sent)
    assert response.status_code == 201
    shown = response.json()
    assert (shown["state"], shown["category"], shown["area"]) == ("registered", "0503", "510116001")
    assert [party["name"] for party in shown["content"]["parties"]] == ["张**", "双流某物流公司"]
    assert api(story.cast.wu).post(URL, sent).json()["id"] == shown["id"]
    assert Case.objects.count() == 1


@pytest.mark.parametrize(("change", "field"), [
    ({"area": "510116002001"}, "area"), ({"area": "1"}, "area"), ({"category": "9"}, "category"),
    ({"happened_on": "2027-01-01"}, "happened_on"), ({"people": 0}, "people"), ({"title": ""}, "title"),
    ({"parties": []}, "parties"),
    ({"parties": [{"role": "applicant", "name": "张", "id_number": "123"}, {"role": "respondent", "name": "刘"}]},
     "parties"),
])
def test_the_rules_are_those_of_the_page(change, field, api, sent, story):
    response = api(story.cast.wu).post(URL, sent | change)
    assert response.status_code == 400
    assert field in response.json()
    assert Case.objects.count() == 0


def test_transitions_from_intake_to_agreement(api, story):
    case = registered(story.cast)
    url = f"{URL}{case.pk}/transition/"

    def step(user, **body):
        response = api(user).post(url, body)
        assert response.status_code == 200, response.json()
        return response.json()["state"]

    assert step(story.cast.wu, act="accept", elsewhere="no") == "accepted"
    assert step(story.cast.zheng, act="assign", mediator=story.net.feng.pk) == "assigned"
    assert step(story.cast.feng, act="session", uuid="7d1a2f58-8f1e-4b0e-8a34-0d6f3b1c2a11",
                held_at="2026-03-11T09:30", place="调解室", participants="双方", record="谈妥。") == "mediating"
    assert step(story.cast.feng, act="agree", agreement_form="written", agreement="赔偿500元。",
                amount="500") == "agreed"


@pytest.mark.parametrize(("person", "body", "status"), [
    ("wu", {"act": "accept"}, 409),  # accepted already
    ("wu", {"act": "assign", "mediator": 1}, 403),
    ("chen", {"act": "accept"}, 403),
    ("zheng", {"act": "assign"}, 400),
    ("zheng", {"act": "dance"}, 400),
    ("qian", {"act": "accept"}, 403),
    ("feng", {"act": "agree"}, 404),  # not his case yet
])
def test_refusals(person, body, status, api, story):
    case = accepted(story.cast)
    response = api(getattr(story.cast, person)).post(f"{URL}{case.pk}/transition/", body)
    assert response.status_code == status
    case.refresh_from_db()
    assert case.state == "accepted"


def test_a_supervisor_gets_the_outline_only(api, story):
    case = mediating(story.cast)
    client = api(story.cast.chen)
    row, = client.get(URL).json()["results"]
    assert row == client.get(f"{URL}{case.pk}/").json()
    assert row["content"] is None
    assert (row["number"], row["org"]) == (case.number, story.net.here.name)
    assert set(row) == {"id", "number", "state", "category", "area", "org", "registered_at", "accepted_at", "due_at",
                        "concluded_at", "outcome", "level", "channel", "content"}


def test_the_list_filters_and_pages(api, story):
    made = [accepted(story.cast).pk, registered(story.cast).pk, accepted(story.cast, code="0701").pk]
    client = api(story.cast.wu)
    assert [row["id"] for row in client.get(URL, {"state": "accepted"}).json()["results"]] == [made[2], made[0]]
    first = client.get(URL, {"limit": 2}).json()
    rest = client.get(URL, {"limit": 2, "after": first["next"]}).json()
    assert [row["id"] for row in first["results"] + rest["results"]] == made[::-1]
    assert client.get(URL, {"state": "unknown"}).status_code == 400
    assert client.get(URL, {"after": "WyJhIiwiYiJd"}).status_code == 400


def test_another_town_finds_nothing(api, story, neighbours):
    case = registered(story.cast)
    client = api(neighbours["wu"])
    assert client.get(f"{URL}{case.pk}/").status_code == 404
    assert client.get(URL).json()["results"] == []


def test_parties_are_never_in_clear(api, story):
    case = mediating(story.cast)
    text = api(story.cast.feng).get(f"{URL}{case.pk}/").text
    assert "张**" in text
    assert not [secret for secret in (ZHANG.id_number, ZHANG.phone, LIU.name + '"') if secret in text]


def followed_up(cast):
    """Agreed in writing, taken to the court, and the respondent asked how it is."""
    case = after.applied(cast)
    after.asked(case, cast.wu, at=AT, note="墙已拆，钱已收到。", may_escalate=True)
    return case


def test_follow_ups_and_confirmations_are_told(api, story):
    case = followed_up(story.cast)
    content = api(story.cast.wu).get(f"{URL}{case.pk}/").json()["content"]
    made, = content["follow_ups"]
    assert (made["party"], made["answer"], made["kept"], made["note"]) == (
        "刘**", "satisfied", "kept", "墙已拆，钱已收到。")
    assert made["alarms"] == ["可能激化"]
    applied, = content["confirmations"]
    assert (applied["court"], applied["applied_on"], applied["result"], applied["round"]) == (
        "双流区人民法院", "2026-03-11", "", 1)


def test_who_mediated_is_not_told_what_was_answered(api, story):
    """As on the page (tests/mediation/after/test_follow_up.py)."""
    case = followed_up(story.cast)
    answer = api(story.cast.feng).get(f"{URL}{case.pk}/")
    made, = answer.json()["content"]["follow_ups"]
    assert (made["was_reached"], made["kept"]) == (True, "kept")
    assert {made[name] for name in ("party", "answer", "note")} == {None}
    assert made["alarms"] is None
    assert "钱已收到" not in answer.text


def test_the_schema_tells_of_them(api, story):
    from drf_spectacular.generators import SchemaGenerator

    known = SchemaGenerator().get_schema(public=True)["components"]["schemas"]
    assert {"follow_ups", "confirmations"} <= set(known["FullContent"]["properties"])
    assert known["FollowUp"]["properties"]["note"]["nullable"]
