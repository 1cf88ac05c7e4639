"""Working on a case: each act is asked the questions of every act. It works, a stranger finds nothing, a reader is
refused, a concluded case says so, a second click changes nothing, empty fields are named."""

from dataclasses import dataclass, field

import pytest
from django.urls import reverse

from mediation.models import Case
from shuangliu import audit
from tests.mediation.story import failed, refused
from tests.mediation.work import CASE_FOR, FIVE, colleague

UUID = {"uuid": "0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a99"}


@dataclass(frozen=True)
class Act:
    name: str
    person: str
    verb: str
    sent: dict = field(default_factory=dict)
    reader: str = "chen"  # sees the case and may not do this
    closed: bool = True  # a case without agreement says no

    def __str__(self):
        return self.name


ACTS = [
    Act("start-clock", "feng", "case.clock_started", UUID | {"event": "treatment", "on": "2026-03-10"}),
    Act("appraise", "feng", "case.appraisal_begun",
        UUID | {"subject": "过错", "institution": "医学会", "began_on": "2026-03-11"}),
    Act("appraised", "feng", "case.appraisal_ended", UUID | {"ended_on": "2026-03-11", "result": "次要责任"}),
    Act("extend", "feng", "case.extended", UUID | {"agreed_on": "2026-03-11", "committee": "主任王某",
                                                   "applicant_agrees": "on",
                                                   "respondent_agrees": "on", "amount": "10", "record": "书面约定"}),
    Act("team", "zheng", "case.team_set", {"others": "colleague", "chosen_by": "both"}),
    Act("recusal", "feng", "case.recusal_raised", UUID | {"mediator": "feng", "raised_by": "mediator",
                                                          "ground": "kin"}),
    Act("decide-recusal", "zheng", "case.recusal_decided", {"recusal": "recusal", "decision": "rejected"}),
    Act("bring", "feng", "case.participant_invited", UUID | {"kind": "neighbour", "name": "赵邻居", "role": "知情",
                                                              "parties_consent": "on"}),
    Act("addendum", "feng", "case.addendum_written", {"session": "session", "text": "时间应为九点。"}, closed=False),
    Act("private-note", "feng", "case.private_note_kept", UUID | {"side": "applicant", "held_at": "2026-03-11T09:00",
                                                                  "text": "底线是两千。"}),
    Act("investigate", "feng", "case.investigated", UUID | {"held_at": "2026-03-11T09:00", "place": "楼道",
                                                            "asked": "孙证人",
                                                            "record": "水从楼上来。"}),
    Act("evidence", "feng", "case.evidence_added", UUID | {"name": "照片", "brought_by": "applicant", "pieces": "2",
                                                           "received_on": "2026-03-11"}),
    Act("give-back", "feng", "case.evidence_returned", {"evidence": "evidence", "returned_to": "applicant",
                                                        "returned_on": "2026-03-11"}, closed=False),
    Act("deposit", "feng", "case.deposit_taken", UUID | {"kind": "deposit", "amount": "500", "party": "party",
                                                         "held_by": "专户", "received_on": "2026-03-11"}, closed=False),
    Act("settle-deposit", "feng", "case.deposit_settled",
        UUID | {"deposit": "deposit", "kind": "returned", "amount": "400",
                                                                  "on": "2026-03-11"}, closed=False),
    Act("consult", "zheng", "case.panel_called", UUID | {"question": "责任？", "experts": "王律师 法律\n李医生 骨科"}),
    Act("advise", "zheng", "case.panel_advised", {"opinion": "各半。", "plan": "先谈修缮。"}),
    Act("mark-major", "zheng", "case.marked_major", UUID | {"reason": "社会关注"}, reader="feng"),
    Act("five-ones", "zheng", "case.five_ones_written", FIVE),
    Act("progress", "feng", "case.progress_noted", UUID | {"text": "已谈两次", "next_step": "约谈施工方"}),
    Act("supervise", "chen", "case.supervised", UUID | {"text": "请报进展", "reply_by": "2026-03-20"}, reader="feng"),
    Act("reply", "feng", "case.order_answered", {"reply": "本周达成初步意见。"}, closed=False),
    Act("risk", "feng", "case.risk_noted", UUID | {"sign": "crowd", "measure": "已疏散"}),
    Act("police", "feng", "case.police_told", UUID | {"sign": "heated", "reported_at": "2026-03-11T09:29",
                                                      "to": "110"}),
    Act("risk-over", "feng", "case.risk_over", {"end_note": "双方已平静"}, closed=False),
]
pytestmark = pytest.mark.parametrize("act", ACTS, ids=str)


def test_every_act_is_asked(act):
    assert {one.name for one in ACTS} == set(CASE_FOR)


@pytest.fixture
def case(act, story) -> Case:
    return Case.objects.for_detail().get(pk=CASE_FOR[act.name](story.cast).pk)


@pytest.fixture
def sent(act, case, story) -> dict:
    known = {
        "feng": lambda: story.net.feng.pk, "colleague": lambda: colleague(story.cast).pk,
        "recusal": lambda: case.recusals.get().pk, "session": lambda: case.sessions.get().pk,
        "evidence": lambda: case.evidences.get().pk, "deposit": lambda: case.deposits.get().pk,
        "party": lambda: case.parties.first().pk,
    }
    asked = {"mediator", "others", "recusal", "session", "evidence", "deposit", "party"}
    return {name: known[value]() if name in asked else value for name, value in act.sent.items()}


def url(act: Act, case: Case) -> str:
    return reverse(f"mediation:case-{act.name}", args=[case.pk])


def test_it_works(act, case, sent, story, browser):
    client = browser(getattr(story.cast, act.person))
    page = client.get(url(act, case))
    assert page.status_code == 200
    response = client.post(url(act, case), sent)
    assert response.status_code == 302, response.context["form"].errors
    entry = audit.history(case).last()
    assert (entry.verb, entry.actor_name, entry.at) == (act.verb, getattr(story.cast, act.person).name, story.now)
    for person in ("zheng", "chen") if act.name == "five-ones" else ("feng", "zheng", "chen"):
        assert browser(getattr(story.cast, person)).get(case.get_absolute_url()).status_code == 200


def test_a_neighbour_finds_nothing(act, case, sent, browser, neighbours):
    same_role = neighbours.get(act.person, neighbours["zheng"])
    before = audit.history(case).count()
    assert browser(same_role).post(url(act, case), sent).status_code in {403, 404}
    assert act.person == "chen" or browser(same_role).get(url(act, case)).status_code == 404
    assert audit.history(case).count() == before


def test_a_reader_is_refused(act, case, sent, story, browser):
    before = audit.history(case).count()
    assert browser(getattr(story.cast, act.reader)).post(url(act, case), sent).status_code == 403
    assert audit.history(case).count() == before


def test_a_case_that_is_over_says_so(act, sent, story, browser):
    case = failed(story.cast) if act.closed else refused(story.cast)
    if act.name == "risk-over":
        pytest.skip("a danger may end at any time")
    who = getattr(story.cast, act.person)
    if not act.closed and act.person == "feng":
        assert browser(who).post(url(act, case), sent).status_code == 404  # nobody gave it to Feng
        return
    assert browser(who).post(url(act, case), sent).status_code == 409


def test_a_second_click_changes_nothing(act, case, sent, story, browser):
    client = browser(getattr(story.cast, act.person))
    client.post(url(act, case), sent)
    before = Case.objects.values().get(pk=case.pk), audit.history(case).count()
    assert client.post(url(act, case), sent).status_code in {302, 409, 422}
    after = Case.objects.values().get(pk=case.pk), audit.history(case).count()
    if act.name != "five-ones":  # saving the same again is saving
        assert after == before


def test_empty_fields_are_named(act, case, story, browser):
    before = audit.history(case).count()
    response = browser(getattr(story.cast, act.person)).post(url(act, case), {})
    if act.name == "team":  # nobody helps: that is an answer too
        assert response.status_code in {302, 422}
        return
    assert response.status_code == 422
    assert "errorlist" in response.text
    assert audit.history(case).count() == before
