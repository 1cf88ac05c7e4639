"""Cases go to other organisations and bodies: offered, taken on, handed back, taken back, gone."""

from datetime import timedelta

import pytest
from rest_framework.test import APIClient

from grids.roles import Role
from mediation.actions import CaseMoved, agree_case, assign_case, hold_session, reopen_case
from mediation.models import Case, CaseTransfer, MediationOrg, Mediator
from mediation.transfers import actions
from shuangliu import audit, deadlines
from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.indicators.counting import local_day
from shuangliu.notices.models import Notice
from tests.mediation.story import (
    accepted,
    agreed,
    assigned,
    county_committee,
    mediating,
    offered,
    offered_outside,
    registered,
    someone,
)
from tests.mediation.test_indicators import figures

SENT = {"kind": "refer", "reason": "双方均在该社区居住。", "documents": "申请书"}


@pytest.fixture
def there(story, neighbours):
    """The other town's clerk, manager and mediator, whose committee is asked."""
    return neighbours


def url(case: Case, act: str) -> str:
    return f"/mediation/cases/{case.pk}/{act}/"


def take(story, case, at=None) -> Case:
    case = Case.objects.for_detail().get(pk=case.pk)
    actions.take_case(case, by=story.cast.wu, at=at or story.now)
    return case


def test_what_is_offered_waits_for_the_other_centre_and_is_read_there(story, there, browser):
    case = mediating(story.cast)
    assert browser(there["wu"]).get(case.get_absolute_url()).status_code == 404
    sent = browser(story.cast.wu).post(url(case, "transfer"), SENT | {"to_org": story.net.there.pk})
    assert sent.status_code == 302
    case.refresh_from_db()
    assert (case.state, case.offered_key) == ("transferred", story.cast.areas["510116002"].key)
    assert case in Case.objects.waiting_for(there["wu"])
    assert case not in Case.objects.waiting_for(story.cast.wu)
    assert case not in Case.objects.waiting_for(story.cast.feng), "nobody mediates meanwhile"
    text = browser(there["wu"]).get(case.get_absolute_url()).text
    for read in [case.title, case.summary, "双方陈述了事实。", "申请书"]:
        assert read in text, read
    guests = browser(there["wu"]).get("/mediation/cases/?tab=guests")
    assert [row.pk for row in guests.context["page"].rows] == [case.pk]
    assert browser(there["wu"]).get("/mediation/cases/?tab=all").context["page"].rows == []
    assert Notice.objects.filter(user=there["wu"], kind="case.offered").count() == 1


def test_our_clock_rests_while_that_of_the_answer_runs(story):
    case = accepted(story.cast)
    offered(story.cast, case=case, at=story.now)
    clocks = {clock.kind: clock for clock in deadlines.running(case)}
    assert clocks["mediate"].paused_at == story.now
    assert clocks["transfer"].due_at == case.due_at
    assert deadlines.running(case).first().kind == "transfer"


def test_the_other_organisation_takes_it_on(story, there, browser):
    case = offered(story.cast, case=mediating(story.cast))
    assert browser(there["wu"]).post(url(case, "take")).status_code == 302
    case = Case.objects.get(pk=case.pk)
    other = story.cast.areas["510116002"]
    assert (case.state, case.org, case.center, case.host_key, case.offered_key) == (
        "accepted", story.net.there, story.net.centers[other.code], other.key, None)
    first, second = case.rounds.all()
    assert (first.end, second.opened_why, second.org, second.is_running) == (
        "transferred", "taken", story.net.there, True)
    clock = deadlines.running(case).get()
    assert (clock.kind, clock.started_at, clock.due_at) == ("mediate", story.now, case.due_at)
    assert case in Case.objects.waiting_for(there["zheng"])
    assert case not in Case.objects.waiting_for(someone("home-manager", Role.CENTER_MANAGER, story.cast.town))
    assert Notice.objects.filter(user=story.cast.wu, kind="case.taken").exists()
    assert figures(story.cast, local_day(story.now), local_day(story.now)) == {"case.accepted": 1}, "counted once"


def test_the_sender_keeps_the_outline_and_the_own_records(story, there, browser):
    case = take(story, offered(story.cast, case=mediating(story.cast)))
    assign_case(case, by=there["zheng"], at=story.now, mediator=story.net.elsewhere)
    hold_session(case, by=there["wu"], at=story.now, held_at=story.now, place="室", participants="双方",
                 record="新的一轮。")
    for person in ("wu", "feng"):
        answer = browser(getattr(story.cast, person)).get(case.get_absolute_url())
        assert answer.status_code == 200
        assert "双方陈述了事实。" in answer.text, "their own round"
        for secret in ["新的一轮。", case.title, case.summary, "张**"]:
            assert secret not in answer.text, (person, secret)
        assert (answer.context["deeds"], answer.context["more"]) == ([], [])
        looked = browser(getattr(story.cast, person)).post(url(case, "reveal"), {"purpose": "identify"})
        assert looked.status_code == 403
    assert case in Case.objects.listed_for(story.cast.wu)
    assert "新的一轮。" in browser(there["wu"]).get(case.get_absolute_url()).text


def test_a_case_nobody_had_taken_on_counts_from_the_day_it_is_taken(story, there):
    case = offered(story.cast, case=registered(story.cast))
    assert figures(story.cast, local_day(story.now), local_day(story.now)) == {}
    case = take(story, case)
    assert (case.accepted_at, case.rounds.count()) == (story.now, 1)
    assert figures(story.cast, local_day(story.now), local_day(story.now)) == {"case.accepted": 1}


def test_what_nobody_accepted_needs_consent_and_the_other_centre_may_ask_for_it(story, there, browser):
    case = offered(story.cast, case=registered(story.cast, willing=False))
    wu = browser(there["wu"])
    assert wu.post(url(case, "take")).status_code == 422
    assert Case.objects.get(pk=case.pk).state == "transferred"
    assert wu.get(url(case, "consent")).status_code == 200
    assert browser(there["feng"]).get(url(case, "consent")).status_code == 404


def test_the_host_mediates_to_the_end(story, there, browser):
    case = take(story, offered(story.cast))
    mediator = Mediator.objects.create(user=there["feng"], name="外街道有账号", org=story.net.there)
    assert set(Mediator.objects.assignable_to(case)) == {story.net.elsewhere, mediator}
    assert browser(there["zheng"]).post(url(case, "assign"), {"mediator": mediator.pk}).status_code == 302
    held = {"uuid": "0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a09", "held_at": "2026-03-11T09:30", "place": "室",
            "participants": "双方", "record": "谈。"}
    assert browser(there["feng"]).post(url(case, "session"), held).status_code == 302
    agreement = {"agreement_form": "oral", "agreement": "好。"}
    assert browser(there["feng"]).post(url(case, "agree"), agreement).status_code == 302
    assert Case.objects.get(pk=case.pk).outcome == "settled"


@pytest.mark.parametrize(("make", "state"), [
    (registered, "registered"), (accepted, "accepted"), (mediating, "accepted")])
def test_handed_back_it_is_as_before_and_our_clock_goes_on(make, state, story, there, browser):
    case = make(story.cast)
    due_at = case.due_at
    offered(story.cast, case=case)
    answer = browser(there["wu"]).post(url(case, "hand-back"), {"reason": "当事人已搬走。"})
    assert (answer.status_code, answer["Location"]) == (302, "/mediation/cases/"), "it is no longer theirs"
    case = Case.objects.get(pk=case.pk)
    assert (case.state, case.due_at, case.offered_key, case.mediator) == (state, due_at, None, None)
    assert [clock.due_at for clock in deadlines.running(case)] == [due_at]
    assert "当事人已搬走。" in browser(story.cast.wu).get(case.get_absolute_url()).text
    assert browser(there["wu"]).get(case.get_absolute_url()).status_code == 404
    assert Notice.objects.filter(user=story.cast.wu, kind="case.handed_back").exists()


def test_resting_loses_no_time(story):
    case = accepted(story.cast)
    due_at = case.due_at
    offered(story.cast, case=case)
    actions.hand_back_case(case, by=story.cast.wu, at=story.now + timedelta(days=4), reason="不收。")
    assert case.due_at == deadlines.running(case).get().due_at >= due_at + timedelta(days=4)


def test_the_sender_takes_it_back(story, there, browser):
    case = offered(story.cast)
    assert browser(there["wu"]).post(url(case, "recall"), {"reason": "x"}).status_code == 403
    assert browser(story.cast.wu).post(url(case, "recall"), {"reason": "双方同意就地调解。"}).status_code == 302
    assert CaseTransfer.objects.get().answer == "recalled"
    assert Deadline.objects.get(kind="transfer").is_cancelled
    assert Notice.objects.filter(user=there["wu"], kind="case.recalled").exists()
    assert browser(there["wu"]).post(url(case, "take")).status_code == 404


def test_only_who_is_asked_may_answer(story, there, browser):
    case = offered(story.cast)
    assert browser(story.cast.wu).post(url(case, "take")).status_code == 403
    assert browser(story.cast.wu).post(url(case, "hand-back"), {"reason": "x"}).status_code == 403
    assert browser(there["feng"]).post(url(case, "take")).status_code == 403
    assert browser(there["wu"]).post(url(case, "move-out")).status_code == 403


def test_a_body_outside_has_taken_it(story, browser):
    case = offered_outside(story.cast, case=mediating(story.cast))
    assert case in Case.objects.waiting_for(story.cast.wu), "the clerk writes down the answer"
    assert browser(story.cast.wu).post(url(case, "take")).status_code == 403
    sent = browser(story.cast.wu).post(url(case, "move-out"), {"external_number": "（2026）川0116民初9号"})
    assert sent.status_code == 302
    case = Case.objects.get(pk=case.pk)
    assert (case.state, case.outcome, case.due_at, case.round.end) == ("moved", "moved", None, "transferred")
    assert not deadlines.running(case).exists()
    assert "民初9号" in browser(story.cast.wu).get(case.get_absolute_url()).text
    day = local_day(story.now)
    assert figures(story.cast, day, day) == {"case.accepted": 1}, "in the denominator of A, concluded nowhere"


def test_gone_before_anybody_took_it_on_counts_nowhere(story):
    case = offered_outside(story.cast, case=registered(story.cast))
    actions.move_out_case(case, by=story.cast.wu, at=story.now)
    assert figures(story.cast, local_day(story.now), local_day(story.now)) == {}


def test_a_settled_case_stays_settled_when_it_goes_to_court_after_a_breach(story):
    case = agreed(story.cast)
    reopen_case(case, by=story.cast.wu, at=story.now, reason="未履行。")
    offered_outside(story.cast, case=case)
    actions.move_out_case(case, by=story.cast.wu, at=story.now + timedelta(days=3))
    assert (case.state, case.outcome, case.concluded_at) == ("moved", "settled", story.now)


@pytest.mark.parametrize(("sent", "field"), [
    ({}, "to_org"), ({"body": "court"}, "body_name"), ({"body_name": "区人民法院"}, "body"),
    ({"to_org": "there", "body": "court", "body_name": "区人民法院"}, "to_org"),
    ({"to_org": "there", "reason": ""}, "reason"),
])
def test_an_offer_names_one_body_and_a_reason(sent, field, story, browser):
    case = accepted(story.cast)
    sent = SENT | {name: story.net.there.pk if value == "there" else value for name, value in sent.items()}
    answer = browser(story.cast.wu).post(url(case, "transfer"), sent)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not CaseTransfer.objects.exists()


def test_answers_that_do_not_come_are_told_on_both_sides(story, there):
    case = offered(story.cast)
    escalate_overdue(at=case.due_at + timedelta(minutes=1))
    told = set(Notice.objects.filter(kind__contains="expired").values_list("user__username", "kind"))
    assert {("zheng", "case.expired_here"), ("other-zheng", "case.answer_expired_here"),
            ("other-wu", "case.answer_expired")} <= told
    assert Case.objects.get(pk=case.pk) in Case.objects.waiting_for(there["zheng"])
    assert Case.objects.get(pk=case.pk).state == "transferred", "a clock decides nothing"


def test_twice_is_once(story):
    case = offered(story.cast)
    stale = Case.objects.get(pk=case.pk)
    take(story, case)
    with pytest.raises(CaseMoved):
        actions.take_case(stale, by=story.cast.wu, at=story.now)
    assert audit.history(case).filter(verb="case.taken").count() == 1


def test_back_home_and_on_again(story, there):
    """Taken on elsewhere, offered back, taken on at home: the host is forgotten."""
    case = take(story, offered(story.cast))
    actions.transfer_case(case, by=there["wu"], at=story.now, kind="refer", to_org=story.net.here, reason="回本社区。")
    assert case in Case.objects.waiting_for(story.cast.wu)
    case = take(story, case)
    assert (case.host_key, case.center, case.rounds.count()) == (None, story.net.centers["510116001"], 3)
    assert case not in Case.objects.visible_to(there["wu"])


def test_the_county_committee_is_asked(story):
    committee = county_committee(story.cast, story.net)
    case = take(story, offered(story.cast, to=committee))
    assert (case.level, case.host_key) == ("county", story.cast.county.key)
    assert case in Case.objects.waiting_for(story.cast.zheng)
    names = set(Mediator.objects.assignable_to(case).values_list("name", flat=True))
    assert names == {"县级老李", "县级老周"}


def test_an_organisation_out_of_use_is_not_asked(story, browser):
    MediationOrg.objects.filter(pk=story.net.there.pk).update(is_active=False)
    case = accepted(story.cast)
    answer = browser(story.cast.wu).post(url(case, "transfer"), SENT | {"to_org": story.net.there.pk})
    assert answer.status_code == 422


def test_the_body_that_gave_us_a_case_hears_how_it_ended(story, browser):
    case = agreed(story.cast, source="court", external_ref="（2026）川0116民初7号")
    assert Notice.objects.filter(user=story.cast.wu, kind="case.report_back").exists()
    page = browser(story.cast.wu).get(case.get_absolute_url())
    assert "待反馈" in page.text
    sent = {"to": "区人民法院", "how": "书面函件"}
    assert browser(story.cast.wu).post(url(case, "report-result"), sent).status_code == 302
    page = browser(story.cast.wu).get(case.get_absolute_url())
    assert "已反馈" in page.text
    assert url(case, "report-result") not in page.text
    assert browser(story.cast.wu).post(url(case, "report-result"), sent).status_code == 409
    assert Case.objects.get(pk=case.pk).result_report.to == "区人民法院"


def test_nothing_is_reported_of_a_case_that_came_from_the_parties(story, browser):
    case = agreed(story.cast)
    page = browser(story.cast.wu).get(case.get_absolute_url())
    assert url(case, "report-result") not in page.text
    assert not Notice.objects.filter(kind="case.report_back").exists()


def test_the_api_offers_and_takes(story, there):
    case, client = assigned(story.cast), APIClient()
    client.force_authenticate(story.cast.wu)
    address = f"/api/v1/mediation/cases/{case.pk}/transition/"
    done = client.post(address, {"act": "transfer", **SENT, "to_org": story.net.there.pk}, format="json")
    assert (done.status_code, done.data["state"]) == (200, "transferred")
    client.force_authenticate(there["wu"])
    taken = client.post(address, {"act": "take"}, format="json")
    assert (taken.status_code, taken.data["state"], taken.data["content"]["transfers"][0]["answer"]) == (
        200, "accepted", "taken")
    listed = client.get("/api/v1/mediation/cases/?tab=guests")
    assert [row["id"] for row in listed.data["results"]] == [case.pk]


def test_an_agreement_elsewhere_counts_once(story, there):
    case = take(story, offered(story.cast, case=mediating(story.cast)))
    assign_case(case, by=there["zheng"], at=story.now, mediator=story.net.elsewhere)
    hold_session(case, by=there["wu"], at=story.now, held_at=story.now, place="室", participants="双方", record="谈。")
    agree_case(case, by=there["wu"], at=story.now, agreement_form="oral", agreement="好。")
    assert figures(story.cast, local_day(story.now), local_day(story.now)) == {
        "case.accepted": 1, "case.settled": 1, "case.concluded": 1, "case.concluded_settled": 1}
