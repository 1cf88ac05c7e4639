"""The questions that each act is asked: it works, a stranger finds nothing, a reader is refused, the state says no,
a second click changes nothing, and looking changes nothing."""

from dataclasses import dataclass, field

import pytest
from django.urls import reverse

from mediation.models import Case
from shuangliu import audit
from tests.mediation.story import STAGES

AGREED = {"agreement_form": "written", "agreement": "三日内修好。", "amount": "200.00"}
HELD = {"uuid": "0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a01", "held_at": "2026-03-11T09:30", "place": "调解室",
        "participants": "双方", "record": "双方陈述。"}


@dataclass(frozen=True)
class Act:
    """Who does it to a case in which state, sending what; what it becomes, and how the log says it."""

    name: str
    state: str
    person: str
    becomes: str
    verb: str
    sent: dict = field(default_factory=dict)

    def __str__(self):
        return self.name


ACTS = [
    Act("accept", "registered", "wu", "accepted", "case.accepted", {"elsewhere": "no"}),
    Act("refuse", "registered", "wu", "not_accepted", "case.refused", {"code": "in_court", "reason": "法院已受理。"}),
    Act("assign", "accepted", "zheng", "assigned", "case.assigned", {"mediator": "feng"}),
    Act("reassign", "mediating", "zheng", "assigned", "case.reassigned",
        {"mediator": "without_account", "reason": "recusal"}),
    Act("session", "assigned", "feng", "mediating", "case.session_held", HELD),
    Act("agree", "mediating", "feng", "agreed", "case.agreed", AGREED),
    Act("retry", "mediating", "feng", "assigned", "case.retried", {"failed_reason": "no_agreement"}),
    Act("move-up", "mediating", "zheng", "accepted", "case.moved_up",
        {"failed_reason": "no_agreement", "tried": "甲方要求赔三千元，乙方只愿出一千元。"}),
    Act("transfer", "accepted", "wu", "transferred", "case.transferred",
        {"kind": "refer", "body": "court", "body_name": "区人民法院", "reason": "一方已起诉。"}),
    Act("recall", "transferred", "wu", "accepted", "case.recalled", {"reason": "双方愿意就地调解。"}),
    Act("invite", "mediating", "feng", "mediating", "case.joint_invited",
        {"body_name": "区住建局", "reason": "解释维修资金的使用。"}),
    Act("reopen", "agreed", "wu", "accepted", "case.reopened", {"reason": "到期未修。"}),
    Act("fail", "mediating", "feng", "failed", "case.failed", {"failed_reason": "refused", "advice": "可以起诉。"}),
]
pytestmark = pytest.mark.parametrize("act", ACTS, ids=str)


@pytest.fixture
def case(act, story) -> Case:
    return STAGES[act.state](story.cast)


@pytest.fixture
def sent(act, story) -> dict:
    return {name: getattr(story.net, value).pk if name == "mediator" else value for name, value in act.sent.items()}


def url(act: Act, case: Case) -> str:
    return reverse(f"mediation:case-{act.name}", args=[case.pk])


def test_it_works(act, case, sent, story, browser):
    client = browser(getattr(story.cast, act.person))
    response = client.post(url(act, case), sent)
    assert (response.status_code, response["Location"]) == (302, case.get_absolute_url())
    case.refresh_from_db()
    assert case.state == act.becomes
    entry = audit.history(case).last()
    assert (entry.verb, entry.actor_name, entry.at) == (act.verb, getattr(story.cast, act.person).name, story.now)
    assert client.get(case.get_absolute_url()).status_code == 200


def test_looking_changes_nothing(act, case, story, browser):
    response = browser(getattr(story.cast, act.person)).get(url(act, case))
    assert response.status_code == 200
    case.refresh_from_db()
    assert case.state == act.state


def test_a_clerk_of_another_town_finds_nothing(act, case, sent, story, browser, neighbours):
    # Of the same role where the role is bound to an area; nobody else's mediator either.
    # Whom it is offered to reads it, and answers by other acts.
    foreigner, status = neighbours[act.person], 403 if act.state == "transferred" else 404
    assert browser(foreigner).post(url(act, case), sent).status_code == status
    case.refresh_from_db()
    assert case.state == act.state


def test_the_county_supervisor_may_see_but_not_act(act, case, sent, story, browser):
    assert browser(story.cast.chen).post(url(act, case), sent).status_code == 403
    case.refresh_from_db()
    assert case.state == act.state


def test_a_concluded_case_says_so_and_keeps_what_was_typed(act, story, sent, browser):
    case = STAGES["failed"](story.cast)
    response = browser(getattr(story.cast, act.person)).post(url(act, case), sent | {"reason": "写了很久的理由"})
    assert response.status_code == 409
    assert "调解不成" in response.text
    assert "写了很久的理由" in response.text


def test_a_second_click_changes_nothing(act, case, sent, story, browser):
    client = browser(getattr(story.cast, act.person))
    client.post(url(act, case), sent)
    before = Case.objects.values().get(pk=case.pk), audit.history(case).count()
    assert client.post(url(act, case), sent).status_code in {302, 409, 422}
    assert (Case.objects.values().get(pk=case.pk), audit.history(case).count()) == before


def test_empty_fields_are_named(act, case, sent, story, browser):
    if not sent:
        pytest.skip("asks for nothing")
    response = browser(getattr(story.cast, act.person)).post(url(act, case), {})
    assert response.status_code == 422
    assert "errorlist" in response.text
    case.refresh_from_db()
    assert case.state == act.state
