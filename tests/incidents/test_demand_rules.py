"""What offices may ask of each other, and what becomes of it (domain.md §5.1.2, §5.1.3)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.timezone import localdate

from incidents import actions
from incidents.actions import IncidentMoved
from incidents.deeds import offered
from incidents.demands import answering, opening
from incidents.demands.deeds import offered as answers
from incidents.demands.rows import verdict
from incidents.models import Demand, Incident
from shuangliu.deadlines import running
from shuangliu.pages.conflict import Conflict

from .demands import COUNTY_OFFICE, ask, day_after, staff_police


def acts(incident, user) -> set:
    return {deed.act.value for deed in offered(incident, user)}


def test_an_extension_moves_the_limit_by_what_was_asked(story):
    demand = ask(story, "extension")
    incident = demand.incident
    due_at = incident.due_at
    answering.grant(demand, by=story.cast.tang, at=story.later())
    incident.refresh_from_db()
    assert running(incident).get().amount == 3  # two working days, and one
    assert incident.due_at > due_at
    assert incident.handle_due_at == incident.due_at
    assert [move.act for move in incident.moves.all()][-3:] == ["ask-extension", "grant", "extend"]


def test_it_is_granted_once_and_again_after_a_reopening(story):
    demand = ask(story, "extension", "ended")
    incident = Incident.objects.get(pk=demand.incident_id)
    assert "ask-extension" not in acts(incident, story.cast.guo)
    with pytest.raises(Conflict, match="已延期过一次"):
        opening.ask_extension(incident, by=story.cast.guo, at=story.later(), amount=1, reason="再延")
    story.resolved(incident)
    story.verified(incident)
    story.closed(incident)
    actions.reopen(incident, by=story.cast.wang, at=story.later(), reason="又有了")
    actions.assign(incident, by=story.cast.sun, at=story.later(),
                   department=story.cast.departments["dongsheng-urban-management"])
    story.in_progress(incident)
    again = opening.ask_extension(incident, by=story.cast.guo, at=story.later(), amount=1, reason="吊车")
    answering.grant(again, by=story.cast.tang, at=story.later())
    assert again.is_granted


def test_a_refusal_leaves_the_limit_and_lets_ask_again(story):
    demand = ask(story, "extension")
    due_at = demand.incident.due_at
    answering.refuse(demand, by=story.cast.tang, at=story.later(), reason="人手足够")
    incident = Incident.objects.get(pk=demand.incident_id)
    assert incident.due_at == due_at
    assert "ask-extension" in acts(incident, story.cast.guo)


def test_it_is_asked_before_the_limit_is_over(story):
    incident = story.tell("in_progress")
    with pytest.raises(Conflict, match="时限已过"):
        opening.ask_extension(incident, by=story.cast.guo, at=incident.due_at, amount=1, reason="迟了")


@pytest.mark.parametrize(("amount", "said"), [("3", "最多延长原时限的长度"), ("0", "大于"), ("半天", "整数")])
def test_not_longer_than_the_limit_was(amount, said, story, browser):
    incident = story.tell("in_progress")
    url = reverse("incidents:incident-ask-extension", args=[incident.pk])
    answer = browser(story.cast.guo).post(url, {"amount": amount, "reason": "需调用吊车"})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "需调用吊车" in answer.content.decode()


def test_not_beyond_the_longest_total(story, browser):
    """Sixteen working days after the report there is nothing more to grant: the decider reads why."""
    demand = ask(story, "extension")
    Incident.objects.filter(pk=demand.incident_id).update(reported_at=story.at - timedelta(days=40))
    answer = browser(story.cast.tang).post(reverse("incidents:demand-grant", args=[demand.pk]), {})
    assert answer.status_code == 422
    assert "挂账" in answer.content.decode()
    assert Demand.objects.get(pk=demand.pk).state == "asked"


def test_too_late_to_be_granted(story):
    demand = ask(story, "extension")
    with pytest.raises(ValidationError, match="已经过"):
        answering.grant(demand, by=story.cast.tang, at=story.at + timedelta(days=14))


def test_the_tier_above_decides_and_nobody_what_they_asked(story):
    """At the county the supervisor stands above the dispatcher."""
    assert ask(story, "extension").tier == 4
    incident = story.report()
    actions.accept(incident, by=story.cast.tang, at=story.later())
    actions.assign(incident, by=story.cast.tang, at=story.later())
    actions.sign(incident, by=story.cast.tang, at=story.later())
    demand = opening.ask_extension(incident, by=story.cast.tang, at=story.later(), amount=1, reason="吊车")
    assert "grant" not in {deed.act for deed in answers(demand, story.cast.tang)}
    assert "grant" in {deed.act for deed in answers(demand, story.cast.chen)}
    assert list(Demand.objects.waiting_for(story.cast.chen)) == [demand]
    assert demand not in Demand.objects.waiting_for(story.cast.tang)


def test_a_suspension_rests_until_the_day_the_decider_names(story):
    demand = ask(story, "suspension")
    day = day_after(story, 40)
    answering.grant(demand, by=story.cast.tang, at=story.later(), review_on=day)
    incident = Incident.objects.get(pk=demand.incident_id)
    assert (incident.state, incident.tier, localdate(incident.due_at)) == ("suspended", 4, day)
    assert demand.review_on == day


def test_what_was_asked_falls_when_the_matter_goes_on(story):
    incident = story.tell("in_progress")
    demand = ask(story, "extension", incident=incident)
    story.resolved(incident)
    demand.refresh_from_db()
    assert (demand.state, demand.due_at, demand.ended_by) == ("dropped", None, None)
    assert not running(demand).exists()
    assert [move.act for move in incident.moves.all()][-2:] == ["resolve", "fall"]


@pytest.mark.parametrize(("step", "fallen"), [
    ("resolved", {"extension", "suspension"}), ("recalled", {"extension", "suspension", "task", "supervision"}),
    ("suspended", {"extension", "suspension", "task"}),
])
def test_what_falls_with_what(step, fallen, story):
    incident = story.tell("in_progress")
    kinds = ["extension", "suspension", "supervision", "whistle", *(["task"] if step != "resolved" else [])]
    demands = {kind: ask(story, kind, incident=incident) for kind in kinds}
    if step == "recalled":
        actions.recall(incident, by=story.cast.sun, at=story.later(), reason="改派")
    else:
        getattr(story, step)(incident)
    assert {kind for kind, demand in demands.items() if not Demand.objects.get(pk=demand.pk).is_alive} == fallen


def test_nothing_outlives_its_incident(story):
    incident = story.tell("in_progress")
    order, call = ask(story, "supervision", "answered", incident), ask(story, "whistle", "taken", incident)
    for step in ("resolved", "verified", "closed"):
        getattr(story, step)(incident)
    order.refresh_from_db()
    call.refresh_from_db()
    assert (order.state, call.state) == ("ended", "dropped")  # what was answered is done with
    assert not Demand.objects.alive().exists()


def test_a_call_of_the_workstation_goes_through_the_sub_centre(story):
    demand = ask(story, "whistle", "passing")
    assert not Incident.objects.visible_to(story.cast.zhou).exists()
    assert list(Demand.objects.waiting_for(story.cast.sun)) == [demand]
    answering.pass_on(demand, by=story.cast.sun, at=story.later())
    assert list(Incident.objects.visible_to(story.cast.zhou)) == [demand.incident]
    assert list(Demand.objects.waiting_for(story.cast.zhou)) == [demand]


def test_each_department_is_called_once_and_rated_for_itself(story):
    incident = story.tell("in_progress")
    offices = [story.cast.departments[code] for code in (COUNTY_OFFICE, "police")]
    demands = opening.whistle(incident, by=story.cast.sun, at=story.later(), departments=offices, sort="urgent",
                              text="塌方")
    assert len({demand.call for demand in demands}) == 1
    with pytest.raises(IncidentMoved):
        opening.whistle(incident, by=story.cast.sun, at=story.later(), departments=offices[:1], sort="hard", text="快")
    answering.decline(demands[0], by=story.cast.zhou, at=story.later(), reason="车在外地")
    answering.rate(demands[0], by=story.cast.sun, at=story.later(), rating=1)
    assert Demand.objects.get(pk=demands[1].pk).state == "asked"


def test_the_reply_waits_for_all_parts(story, browser):
    incident = story.tell("in_progress")
    demand = ask(story, "task", incident=incident)
    url = reverse("incidents:incident-resolve", args=[incident.pk])
    answer = browser(story.cast.guo).post(url, {"reply": "已清运"})
    assert answer.status_code == 422
    assert "区城市管理局" in answer.content.decode()
    assert "已清运" in answer.content.decode()
    with pytest.raises(Conflict, match="区城市管理局"):
        story.resolved(incident)
    answering.take(demand, by=story.cast.zhou, at=story.later())
    answering.answer(demand, by=story.cast.zhou, at=story.later(), reply="车辆已到位")
    story.resolved(incident)
    assert incident.state == "resolved"


def test_who_leads_and_who_helps_are_named_at_the_dispatch(story, browser):
    staff_police(story.cast)
    incident = story.tell("accepted")
    given = {"department": "dongsheng-urban-management", "helper_1": "police", "part_1": "维持秩序",
             "helper_2": COUNTY_OFFICE, "part_2": "调车"}
    client, url = browser(story.cast.tang), reverse("incidents:incident-assign", args=[incident.pk])
    assert client.post(url, {**given, "part_2": ""}).status_code == 422
    assert client.post(url, {**given, "helper_2": "police"}).status_code == 422
    assert client.post(url, {**given, "helper_2": given["department"]}).status_code == 422
    assert not Demand.objects.exists()
    for _ in range(2):
        assert client.post(url, given).status_code == 302
    assert list(Demand.objects.order_by("id").values_list("department__code", "text", "kind")) == [
        ("police", "维持秩序", "task"), (COUNTY_OFFICE, "调车", "task")]
    assert list(Incident.objects.visible_to(story.cast.zhou)) == [incident]


def test_the_department_that_leads_may_share_its_work(story):
    incident = story.tell("in_progress")
    assert "give-task" in acts(incident, story.cast.guo)
    demand = opening.give_task(incident, by=story.cast.guo, at=story.later(), text="帮忙",
                               department=story.cast.departments["police"])
    assert (demand.asked_tier, demand.asked_department.code) == (None, "dongsheng-urban-management")
    assert "take-back" in {deed.act for deed in answers(demand, story.cast.guo)}


def test_who_may_supervise_whom(story):
    """The desk above, or the one whose department it is; the supervisor everybody; the workstation nobody."""
    incident = story.tell("accepted")  # with the workstation
    desks = ["zhao", "sun", "tang", "chen"]
    assert [who for who in desks if "supervise" in acts(incident, getattr(story.cast, who))] == desks[1:]
    story.assigned(incident)  # owned by the sub-centre, with its department
    order = ask(story, "supervision", incident=incident)
    assert order.department.code == "dongsheng-urban-management"


def test_nobody_accepts_their_own_answer(story):
    incident = story.tell("accepted")
    demand = opening.supervise(incident, by=story.cast.sun, at=story.later(), sort="important", text="说明")
    answering.take(demand, by=story.cast.zhao, at=story.later())
    answering.answer(demand, by=story.cast.zhao, at=story.later(), reply="已派")
    assert {deed.act.value for deed in answers(demand, story.cast.sun)} >= {"conclude", "send-back"}
    assert not answers(demand, story.cast.zhao)
    Demand.objects.filter(pk=demand.pk).update(answered_by=story.cast.sun)
    demand.refresh_from_db()
    assert "conclude" not in {deed.act for deed in answers(demand, story.cast.sun)}


def test_it_moves_along_with_its_incident(story):
    incident = story.report(point=None)
    demand = opening.supervise(incident, by=story.cast.sun, at=story.later(), sort="leader", text="快")
    grid = story.cast.areas["510116001001002"]
    actions.locate(incident, by=story.cast.zhao, at=story.later(), grid=grid)
    demand.refresh_from_db()
    assert (demand.area_key, running(demand).get().area_key) == (grid.key, grid.key)


def test_it_moves_along_when_its_grid_ends(story):
    demand = ask(story, "extension")
    old, grid = story.cast.grid, story.cast.areas["510116001001002"]
    assert actions.move_to_grid(demand.incident_id, by=story.cast.tang, at=story.later(), old=old, grid=grid,
                                since=localdate(story.at), note="网格调整")
    demand.refresh_from_db()
    assert (demand.area_key, running(demand).get().area_key, demand.state) == (grid.key, grid.key, "asked")


def test_the_page_shows_what_is_asked_and_offers_the_answer(story, browser):
    demand = ask(story, "supervision", "taken")
    answering.progress(demand, by=story.cast.guo, at=story.later(), note="已联系车辆")
    url = reverse("incidents:incident-detail", args=[demand.incident_id])
    page = browser(story.cast.guo).get(url).content.decode()
    for words in ("督办单", "限期清运", "已联系车辆", "答复结果", demand.number):
        assert words in page
    page = browser(story.cast.chen).get(url).content.decode()
    assert "答复结果" not in page


@pytest.mark.parametrize(("kind", "act", "said"), [
    ("whistle", "take", "将到场"), ("whistle", "decline", "不到场"), ("whistle", "refuse", "未同意"),
    ("extension", "refuse", "未同意"), ("extension", "grant", "已同意"), ("task", "decline", ""), ("task", "take", ""),
])
def test_what_was_said_to_it(kind, act, said, story):
    demand = ask(story, kind, "passing" if (kind, act) == ("whistle", "refuse") else "asked")
    by = {"extension": "tang"}.get(kind, "sun" if act == "refuse" else "zhou")
    words = {"reason": "不行"} if act in {"refuse", "decline"} else {}
    getattr(answering, act)(demand, by=getattr(story.cast, by), at=story.later(), **words)
    assert verdict(Demand.objects.get(pk=demand.pk)) == said


def test_what_a_department_said_stays_said_when_it_is_rated(story):
    assert verdict(ask(story, "whistle", "ended")) == "将到场"
