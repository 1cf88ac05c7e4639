"""The questions that each act after the end is asked: it works, a stranger finds nothing, a reader is refused, the
state says no and keeps what was typed, a second click changes nothing, looking changes nothing, empty fields are
named."""

from dataclasses import dataclass, field

import pytest
from django.urls import reverse

from mediation.models import Confirmation, FollowUp, Performance, PerformanceStep, Round, Suit
from shuangliu import audit
from tests.mediation.after.story import STAGES, item, respondent
from tests.mediation.story import mediating

UUID = "0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a01"
DAY = "2026-03-11"


@dataclass(frozen=True)
class Act:
    """Who does it to a case at which stage, sending what; and how the log says it."""

    name: str
    stage: str
    person: str
    verb: str
    sent: dict = field(default_factory=dict)

    def __str__(self):
        return self.name


ACTS = [
    Act("sign", "unsigned", "feng", "case.signed", {"signed_on": DAY}),
    Act("owe", "agreed", "feng", "case.owed", {"owed_by": "party", "what": "修好围墙", "due_on": "2026-04-01"}),
    Act("perform", "agreed", "feng", "case.performed", {"item": "item", "on": DAY}),
    Act("breach", "agreed", "feng", "case.breached", {"item": "item", "on": DAY, "note": "未付。"}),
    Act("waive", "agreed", "feng", "case.waived", {"item": "item", "note": "放弃。"}),
    Act("urge", "agreed", "feng", "case.urged", {"item": "item", "note": "电话督促。"}),
    Act("counsel", "broken", "feng", "case.counselled", {"item": "item", "note": "可以起诉。"}),
    Act("undo", "performed", "feng", "case.undone", {"item": "item", "note": "登记错了。"}),
    Act("follow-up", "agreed", "wu", "case.followed_up",
        {"party": "party", "way": "phone", "made_at": f"{DAY}T09:30", "answer": "satisfied", "kept": "kept"}),
    Act("confirm", "signed", "wu", "case.confirmation_applied",
        {"about_status": "no", "applied_on": DAY, "court": "区人民法院"}),
    Act("rule", "applied", "wu", "case.confirmation_decided",
        {"result": "confirmed", "decided_on": DAY, "document_number": "（2026）川0116民特3号"}),
    Act("suit", "agreed", "wu", "case.suit_recorded", {"kind": "judgment", "on": DAY, "court": "区人民法院"}),
]
pytestmark = pytest.mark.parametrize("act", ACTS, ids=str)


@pytest.fixture
def case(act, story):
    return STAGES[act.stage](story.cast)


@pytest.fixture
def sent(act, case) -> dict:
    known = {"item": lambda: item(case).pk, "party": lambda: respondent(case).pk}
    return {"uuid": UUID, **{name: known[value]() if value in known else value for name, value in act.sent.items()}}


def url(act: Act, case) -> str:
    return reverse(f"mediation:case-{act.name}", args=[case.pk])


def remembered() -> list:
    """All that these acts write."""
    return [list(model.objects.order_by("pk").values()) for model in
            (Confirmation, FollowUp, Performance, PerformanceStep, Round, Suit)]


def test_it_works(act, case, sent, story, browser):
    client, state = browser(getattr(story.cast, act.person)), case.state
    response = client.post(url(act, case), sent)
    assert (response.status_code, response["Location"]) == (302, case.get_absolute_url())
    case.refresh_from_db()
    assert (case.state, case.outcome) == (state, "settled")
    entry = audit.history(case).last()
    assert (entry.verb, entry.actor_name) == (act.verb, getattr(story.cast, act.person).name)
    assert client.get(case.get_absolute_url()).status_code == 200


def test_looking_changes_nothing(act, case, story, browser):
    before = remembered()
    assert browser(getattr(story.cast, act.person)).get(url(act, case)).status_code == 200
    assert remembered() == before


def test_a_stranger_finds_nothing(act, case, sent, story, browser, neighbours):
    before = remembered()
    assert browser(neighbours[act.person]).post(url(act, case), sent).status_code == 404
    assert remembered() == before


def test_the_supervisor_may_see_but_not_act(act, case, sent, story, browser):
    before = remembered()
    assert browser(story.cast.chen).post(url(act, case), sent).status_code == 403
    assert remembered() == before


def test_a_case_in_mediation_says_so_and_keeps_what_was_typed(act, story, sent, browser):
    person = story.cast.feng
    response = browser(person).post(url(act, mediating(story.cast)), sent | {"note": "写了很久的话"})
    assert response.status_code == 409
    assert "调解中" in response.text
    assert "写了很久的话" in response.text


def test_a_second_click_changes_nothing(act, case, sent, story, browser):
    client = browser(getattr(story.cast, act.person))
    client.post(url(act, case), sent)
    before = remembered(), audit.history(case).count()
    assert client.post(url(act, case), sent).status_code in {302, 409, 422}
    assert (remembered(), audit.history(case).count()) == before


def test_empty_fields_are_named(act, case, story, browser):
    before = remembered()
    response = browser(getattr(story.cast, act.person)).post(url(act, case), {})
    assert response.status_code == 422
    assert "errorlist" in response.text
    assert remembered() == before
