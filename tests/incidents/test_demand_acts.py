"""The same questions to every act on a demand: it works, a stranger gets 404, a reader 403, a wrong state 409, asking
does nothing, and a second click changes nothing."""

import pytest
from django.urls import reverse

from incidents.demands import answering
from incidents.demands.deeds import DEEDS
from incidents.demands.states import STEPS, Kind
from incidents.models import Demand, Incident, Move
from shuangliu import audit
from tests.attachments.images import photo

from .demands import ask

# (act, kind): who does it, in which state it is done, a state in which it is not, what is sent
CASES = {
    ("grant", "extension"): ("tang", "asked", "ended", {"note": "同意"}),
    ("grant", "suspension"): ("tang", "asked", "ended", {"review_on": "2026-04-20"}),
    ("refuse", "extension"): ("tang", "asked", "ended", {"reason": "人手足够"}),
    ("refuse", "whistle"): ("sun", "passing", "passed on", {"reason": "分中心可自行协调"}),
    ("pass-on", "whistle"): ("sun", "passing", "passed on", {}),
    ("take", "supervision"): ("guo", "asked", "answered", {"note": "收到"}),
    ("take", "whistle"): ("zhou", "asked", "answered", {"note": "20 分钟到"}),
    ("take", "task"): ("zhou", "asked", "ended", {}),
    ("decline", "whistle"): ("zhou", "asked", "taken", {"reason": "执法队在外地"}),
    ("decline", "task"): ("zhou", "asked", "taken", {"reason": "不属本单位"}),
    ("progress", "supervision"): ("guo", "taken", "asked", {"note": "已联系车辆"}),
    ("arrive", "whistle"): ("zhou", "taken", "asked", {"note": "两人到场"}),
    ("answer", "supervision"): ("guo", "taken", "asked", {"reply": "已清运"}),
    ("answer", "whistle"): ("zhou", "taken", "asked", {"reply": "已联合执法"}),
    ("answer", "task"): ("zhou", "taken", "asked", {"reply": "车辆已到位"}),
    ("send-back", "supervision"): ("sun", "answered", "taken", {"reason": "照片不清", "reply_by": "2026-03-20"}),
    ("conclude", "supervision"): ("sun", "answered", "taken", {"note": "可以"}),
    ("rate", "whistle"): ("sun", "answered", "taken", {"rating": "2", "comment": "来得晚"}),
    ("take-back", "extension"): ("guo", "asked", "ended", {"reason": "已处理完"}),
    ("take-back", "whistle"): ("sun", "taken", "answered", {"reason": "已不需要"}),
    ("take-back", "task"): ("tang", "taken", "ended", {"reason": "已不需要"}),
}
ACTS = pytest.mark.parametrize(("act", "kind"), CASES)
WORDS = {"refuse", "decline", "progress", "answer", "send-back", "rate", "take-back"}
WITH_WORDS = [case for case in CASES if case[0] in WORDS]


@pytest.fixture
def asked(story):
    """`asked(act, kind, state)`: a demand in that state, and the address of the act."""

    def make(act, kind, state):
        demand = ask(story, kind, state)
        return demand, reverse(f"incidents:demand-{act}", args=[demand.pk])

    return make


def sent(act, kind) -> dict:
    fields = CASES[act, kind][3]
    if act == "answer":
        return {**fields, "uuid": "6f1cbd5e-0000-4000-8000-000000000001", "photos": [photo()]}
    return fields


def test_no_act_is_forgotten():
    assert {act for act, _kind in CASES} == set(DEEDS) == {act for _kind, act in STEPS}


@ACTS
def test_it_works(act, kind, asked, story, browser):
    who, state, _, _ = CASES[act, kind]
    demand, url = asked(act, kind, state)
    person = getattr(story.cast, who)
    client = browser(person)
    assert client.get(url).status_code == 200
    answer = client.post(url, sent(act, kind))
    assert answer.status_code == 302, answer.content.decode()
    fresh = Demand.objects.get(pk=demand.pk)
    assert fresh.state == (STEPS[Kind(kind), act].target or state)
    last = fresh.moves.last()
    assert (last.act, last.by, last.incident_id) == (act, person, demand.incident_id)
    assert audit.history(demand.incident).filter(detail__demand=demand.pk).last().verb.startswith("demand.")
    assert client.get(answer.url).status_code == 200


@ACTS
def test_a_stranger_finds_nothing(act, kind, asked, story, browser):
    demand, url = asked(act, kind, CASES[act, kind][1])
    foreigner = story.cast.lu
    if act in {"decline", "arrive"}:
        foreigner = story.cast.zhou
        foreigner.posts.update(department=story.cast.departments["police"])  # who were never called
    assert browser(foreigner).post(url, sent(act, kind)).status_code == 404
    assert untouched(demand)


@ACTS
def test_a_reader_may_not(act, kind, asked, story, browser):
    demand, url = asked(act, kind, CASES[act, kind][1])
    assert browser(story.cast.wang).post(url, sent(act, kind)).status_code == 403
    assert untouched(demand)


@ACTS
def test_the_wrong_state_says_what_happened(act, kind, asked, story, browser):
    who, _, wrong, _ = CASES[act, kind]
    demand, url = asked(act, kind, wrong)
    client = browser(getattr(story.cast, who))
    for answer in (client.get(url), client.post(url, sent(act, kind))):
        if answer.status_code == 302:  # the same hand did the same before: done is done
            continue
        assert answer.status_code == 409
        assert "无法" in answer.content.decode()
    assert untouched(demand)


@ACTS
def test_a_second_click_changes_nothing(act, kind, asked, story, browser):
    who, state, _, _ = CASES[act, kind]
    demand, url = asked(act, kind, state)
    client = browser(getattr(story.cast, who))
    client.post(url, sent(act, kind))
    before = Demand.objects.filter(pk=demand.pk).values().get(), Move.objects.count()
    assert client.post(url, sent(act, kind)).status_code == 302
    assert (Demand.objects.filter(pk=demand.pk).values().get(), Move.objects.count()) == before


@ACTS
def test_asking_does_nothing_and_other_methods_are_refused(act, kind, asked, story, browser):
    who, state, _, _ = CASES[act, kind]
    demand, url = asked(act, kind, state)
    client = browser(getattr(story.cast, who))
    client.get(url)
    assert untouched(demand)
    assert client.put(url).status_code == 405


@pytest.mark.parametrize(("act", "kind"), WITH_WORDS)
def test_nothing_given_is_said_at_the_field(act, kind, asked, story, browser):
    who, state, _, _ = CASES[act, kind]
    demand, url = asked(act, kind, state)
    answer = browser(getattr(story.cast, who)).post(url, {"comment": "写好的不会丢"})
    assert answer.status_code == 422
    assert untouched(demand)


def untouched(demand) -> bool:
    fresh = Demand.objects.get(pk=demand.pk)
    incident = Incident.objects.get(pk=demand.incident_id)
    return (fresh.state, fresh.due_at, incident.moves.last().at) == (demand.state, demand.due_at,
                                                                     demand.moves.last().at)


def test_what_is_worked_on_in_answers_does_not_sleep(story):
    demand = ask(story, "supervision", "taken")
    answering.progress(demand, by=story.cast.guo, at=story.later(), note="已联系车辆")
    assert Incident.objects.get(pk=demand.incident_id).moved_at == story.at
