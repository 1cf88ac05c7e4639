"""The same questions to every act: it works, the neighbour gets 404, a reader 403, a wrong state 409, asking does
nothing, and a second click changes nothing."""

import pytest
from django.urls import reverse

from incidents.deeds import DEEDS
from incidents.models import Incident, Move
from incidents.states import RULES
from shuangliu import audit
from tests.attachments.images import photo
from tests.mediation.story import network

from .story import DISPUTE, PIPE

TOWN_OFFICE = "dongsheng-urban-management"
# act: who does it, in which state it is done, a state in which it is not, what is sent
CASES = {
    "accept": ("zhao", "reported", "accepted", {"note": "已电话核实"}),
    "reject": ("zhao", "reported", "accepted", {"reason": "不属于网格事项"}),
    "locate": ("zhao", "reported", "closed", {"grid": "510116001001002"}),
    "assign": ("sun", "accepted", "assigned", {"department": TOWN_OFFICE, "note": "请尽快处置"}),
    "escalate": ("zhao", "accepted", "assigned", {"reason": "超出社区职权"}),
    "correct": ("zhao", "reported", "assigned", {"category": PIPE, "place": "棠湖西路14号"}),
    "self-handle": ("wang", "reported", "accepted", {"reply": "已当场清扫"}),
    "merge": ("zhao", "reported", "assigned", {"into": "?"}),
    "unmerge": ("zhao", "merged", "reported", {"reason": "两处不同"}),
    "cancel": ("wang", "reported", "closed", {"reason": "误报"}),
    "decide": ("tang", "contested", "assigned", {"department": TOWN_OFFICE, "reason": "经会商由街道综合执法队承办"}),
    "hand-down": ("sun", "town", "assigned", {"reason": "社区可处置"}),
    "recall": ("sun", "in_progress", "accepted", {"reason": "改派"}),
    "suspend": ("tang", "in_progress", "assigned", {"review_on": "2026-04-10", "reason": "待资金到位"}),
    "resume": ("tang", "suspended", "in_progress", {"note": "资金已到位"}),
    "reopen": ("wang", "closed", "resolved", {"reason": "又堆起来了"}),
    "ask-extension": ("guo", "in_progress", "assigned", {"amount": "1", "reason": "需调用吊车"}),
    "ask-suspension": ("guo", "in_progress", "assigned", {"review_on": "2026-04-10", "reason": "待资金到位"}),
    "supervise": ("sun", "in_progress", "closed", {"sort": "leader", "text": "限期清运"}),
    "whistle": ("sun", "in_progress", "resolved",
                {"departments": ["urban-management"], "sort": "joint", "text": "联合整治"}),
    "give-task": ("tang", "in_progress", "resolved", {"department": "urban-management", "text": "维持秩序"}),
    "mediate": ("zhao", "accepted", "assigned", {"category": "0201", "title": "渗水纠纷", "people": "2"}),
    "sign": ("guo", "assigned", "in_progress", {}),
    "return": ("guo", "assigned", "in_progress", {"reason": "产权属燃气公司"}),
    "resolve": ("guo", "in_progress", "assigned", {"reply": "已清运"}),
    "verify": ("wang", "resolved", "in_progress", {"note": "现场干净"}),
    "rework": ("wang", "resolved", "verified", {"reason": "仍有建渣"}),
    "close": ("sun", "verified", "resolved", {}),
    "judge": ("wang", "closed", "verified", {"satisfaction": "satisfied", "comment": "很快"}),
}
ACTS = pytest.mark.parametrize("act", CASES)


@pytest.fixture
def told(story):
    """`told(act, state)`: an incident in that state, and the address of the act."""

    def tell(act, state):
        if act == "mediate":
            network(story.cast)
        incident = story.tell(state, **({"kind": DISPUTE} if act == "mediate" else {}))
        if act == "merge":
            story.report()  # the one that goes on
        return incident, reverse(f"incidents:incident-{act}", args=[incident.pk])

    return tell


def sent(act) -> dict:
    _, _, _, fields = CASES[act]
    if act == "merge":
        return {"into": Incident.objects.order_by("pk").last().number}
    if act == "self-handle":
        fields = {**fields, "before": [photo("前.jpg", "olive")]}
    if act in {"resolve", "verify", "rework", "self-handle"}:
        fields = {**fields, "uuid": "6f1cbd5e-0000-4000-8000-000000000001", "photos": [photo()]}
    return fields


def test_no_act_is_forgotten():
    assert set(CASES) == set(DEEDS)


@ACTS
def test_it_works(act, told, story, browser):
    who, state, _, _ = CASES[act]
    incident, url = told(act, state)
    client = browser(getattr(story.cast, who))
    assert client.get(url).status_code == 200
    answer = client.post(url, sent(act))
    assert answer.status_code == 302, answer.content.decode()
    incident.refresh_from_db()
    assert incident.state == (RULES[act].target or state)
    assert audit.history(incident).last().verb == RULES[act].verb
    assert client.get(answer.url).status_code == 200
    last = incident.moves.last()
    assert (last.act, last.by) == (act, getattr(story.cast, who))


@ACTS
def test_the_neighbour_finds_nothing(act, told, story, browser):
    incident, url = told(act, CASES[act][1])
    # Another department of the county, the next grid, another town.
    foreigner = "zhou" if act in {"sign", "return", "resolve"} else "qian"
    if act in {"hand-down", "suspend", "resume", "supervise", "give-task"}:
        foreigner = "lu"
    if act in {"verify", "rework", "judge", "self-handle", "cancel", "reopen"}:
        foreigner = "li"
    client = browser(getattr(story.cast, foreigner))
    assert client.post(url, sent(act)).status_code == 404
    assert untouched(incident)


@ACTS
def test_a_reader_may_not(act, told, story, browser):
    incident, url = told(act, CASES[act][1])
    reader = story.cast.wang if act == "supervise" else story.cast.chen  # to supervise is what Chen does
    assert browser(reader).post(url, sent(act)).status_code == 403
    assert untouched(incident)


@ACTS
def test_the_wrong_state_says_who_was_faster(act, told, story, browser):
    who, _, wrong, _ = CASES[act]
    incident, url = told(act, wrong)
    if act == "judge":
        Incident.objects.filter(pk=incident.pk).update(reporter=story.cast.wang)
    client = browser(getattr(story.cast, who))
    for answer in (client.get(url), client.post(url, sent(act))):
        if answer.status_code == 302:  # the same hand did the same before: done is done
            continue
        assert answer.status_code == 409
        assert "无法" in answer.content.decode()
    assert untouched(incident)


@ACTS
def test_a_second_click_changes_nothing(act, told, story, browser):
    who, state, _, _ = CASES[act]
    incident, url = told(act, state)
    client = browser(getattr(story.cast, who))
    client.post(url, sent(act))
    before = Incident.objects.filter(pk=incident.pk).values().get(), Move.objects.count()
    answer = client.post(url, sent(act))
    if act not in {"locate", "escalate"}:  # these may be done again on purpose
        assert answer.status_code in {302, 403, 404}
        assert (Incident.objects.filter(pk=incident.pk).values().get(), Move.objects.count()) == before


@ACTS
def test_asking_does_nothing_and_other_methods_are_refused(act, told, story, browser):
    who, state, _, _ = CASES[act]
    incident, url = told(act, state)
    client = browser(getattr(story.cast, who))
    client.get(url)
    assert untouched(incident)
    assert client.put(url).status_code == 405


@pytest.mark.parametrize("act", [act for act in CASES if act not in {"accept", "sign", "close", "verify", "resume"}])
def test_nothing_given_is_said_at_the_field(act, told, story, browser):
    who, state, _, _ = CASES[act]
    incident, url = told(act, state)
    answer = browser(getattr(story.cast, who)).post(url, {"note": "写好的备注不会丢"})
    assert answer.status_code == 422
    if "note" in DEEDS[act].form.base_fields:
        assert "写好的备注不会丢" in answer.content.decode()
    assert untouched(incident)


def untouched(incident) -> bool:
    fresh = Incident.objects.get(pk=incident.pk)
    return (fresh.state, fresh.due_at, fresh.moves.count()) == (incident.state, incident.due_at, len(incident.line))
