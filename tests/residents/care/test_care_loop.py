"""A referral from the counter to its end: who sees it, what it rests on, what is kept of it."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from residents.care import actions
from residents.care.actions import CareMoved
from residents.care.models import CareReferral, CareRule, CareTask
from shuangliu import audit, deadlines
from shuangliu.deadlines.models import Step
from shuangliu.notices.models import Notice
from shuangliu.privacy.guards import Refused
from shuangliu.protection import consents, reveals
from shuangliu.protection.models import Consent
from shuangliu.retention import forgetting, restrictions, rules

from .story import NEED

DAY = timedelta(days=1)


def told(user) -> list[str]:
    return [notice.kind for notice in Notice.objects.filter(user=user).order_by("id")]


def sees(user, referral) -> bool:
    return CareReferral.objects.visible_to(user).filter(pk=referral.pk).exists()


def test_from_the_counter_to_the_end(caring, cast):
    referral = caring.write()
    assert (referral.state, referral.consent, referral.sent_at) == ("written", None, None)
    caring.send(referral)
    assert referral.consent.by_guardian is False
    assert deadlines.running(referral, "answer").get().amount == 5
    assert told(cast.min) == ["care.sent"]
    caring.accept(referral)
    caring.begin(referral)
    assert referral.due_at == deadlines.running(referral, "serve").get().due_at
    caring.end(referral)
    assert (referral.state, referral.outcome, referral.due_at) == ("ended", "helped", None)
    assert told(cast.xie) == ["care.accepted", "care.begun", "care.ended"]
    assert [move.act for move in referral.moves.all()] == ["write", "send", "accept", "begin", "end"]


def test_only_the_writer_and_the_agency_see_it(caring, cast):
    referral = caring.write()
    everybody = [cast.people[name] for name in cast.people]
    assert [user.username for user in everybody if sees(user, referral)] == ["xie"]
    caring.send(referral)
    assert {user.username for user in everybody if sees(user, referral)} == {"xie", "min"}
    caring.return_(referral)
    assert [user.username for user in everybody if sees(user, referral)] == ["xie"]


def test_whoever_left_the_post_leaves_it_to_the_place(caring, cast):
    referral = caring.referral()
    cast.xie.posts.update(valid_to=caring.today - DAY)
    cast.zhao.posts.update(role="registrar")
    assert sees(cast.zhao, referral)
    assert not sees(cast.yan, referral), "another town"


def test_without_consent_nothing_is_sent(caring):
    referral = caring.write()
    with pytest.raises(IntegrityError), transaction.atomic():
        CareReferral.objects.filter(pk=referral.pk).update(state="requested", agency=caring.civil_affairs,
                                                           sent_at=caring.at, due_at=caring.at)


def test_under_14_the_guardian_consents_and_nobody_else(caring):
    child = caring.homes.register(name="罗小宝", number="", born_on=caring.today - timedelta(days=10 * 365))
    referral = caring.write(person=child, guardian="罗永贵")
    assert referral.is_child
    with pytest.raises(ValidationError, match="监护人"):
        caring.send(referral, by_guardian=False)
    caring.send(referral, by_guardian=True)
    assert Consent.objects.get(pk=referral.consent_id).by_guardian


def test_an_agency_that_does_not_give_this_help_gets_nothing(caring, cast):
    referral = caring.write()
    with pytest.raises(ValidationError):
        caring.send(referral, agency=cast.departments["urban-management"])
    assert referral.state == "written"


@pytest.mark.parametrize("words", ["他有精神分裂症", "刚刑满释放", "在戒毒", "HIV positive", "属于重点人员"])
def test_what_may_not_be_kept_is_not_taken(caring, words):
    with pytest.raises(ValidationError) as refused:
        caring.write(need=words)
    assert "need" in refused.value.message_dict
    assert not CareReferral.objects.exists()


def test_whose_data_are_restricted_is_referred_to_nobody(caring, cast):
    restrictions.restrict(caring.luo(), by=None, at=caring.at, reason="本人要求", basis="PIPL 44")
    with pytest.raises(Refused):
        caring.write()


def test_the_same_form_twice_is_one_referral(caring):
    form = uuid.uuid4()
    assert caring.write(uuid_=form) == caring.write(uuid_=form)


def test_consent_taken_back_ends_it_at_once(caring, cast):
    referral = caring.referral("serving")
    task, aid = caring.task(referral), caring.aid(referral=referral)
    consents.withdraw(referral, "residents.care", at=caring.at, how="oral")
    referral.refresh_from_db()
    aid.refresh_from_db()
    assert (referral.state, referral.outcome, referral.due_at) == ("restricted", "withdrawn", None)
    assert restrictions.is_restricted(referral)
    assert aid.state == "withdrawn"
    assert not CareTask.objects.filter(pk=task.pk).exists(), "nobody goes to a door for nothing"
    assert not any(sees(who, referral) for who in (cast.xie, cast.min))
    assert not deadlines.running(referral).exists()
    assert told(cast.min)[-1] == told(cast.xie)[-1] == "care.withdrawn"


def test_after_the_end_too(caring):
    referral = caring.referral("ended")
    ended_at = referral.ended_at
    caring.at += 3 * DAY
    caring.take_back_consent(referral)
    assert (referral.state, referral.outcome, referral.ended_at) == ("restricted", "withdrawn", ended_at)


def test_it_is_restricted_after_half_a_year_and_emptied_after_three(caring, cast):
    referral, draft = caring.referral("ended"), caring.write()
    assert not forgetting.forget(at=caring.at + 29 * DAY)
    assert forgetting.forget(at=caring.at + 31 * DAY) == {"care.draft": 1}
    assert not CareReferral.objects.filter(pk=draft.pk).exists()
    assert forgetting.forget(at=caring.at + 181 * DAY)["care.ended"] == 1
    referral.refresh_from_db()
    assert (referral.state, referral.need, referral.forgotten_at) == ("restricted", NEED, None)
    assert restrictions.is_restricted(referral)
    assert not sees(cast.xie, referral)
    assert "care.restricted" not in forgetting.forget(at=caring.at + 900 * DAY)
    assert forgetting.forget(at=caring.at + 1098 * DAY)["care.restricted"] == 1
    referral.refresh_from_db()
    assert (referral.need, referral.person, referral.service, referral.outcome) == ("", None, "subsidy", "helped")
    assert not any(move.note for move in referral.moves.all())


def test_whoever_leaves_the_register_takes_the_words_along(caring, cast):
    referral, draft = caring.referral("serving"), caring.write()
    caring.luo().delete()
    referral.refresh_from_db()
    assert (referral.state, referral.need, referral.person, referral.service) == ("restricted", "", None, "subsidy")
    assert CareReferral.objects.get(pk=draft.pk).need == ""
    assert not sees(cast.xie, referral)


def test_a_clock_tells_the_agency_then_the_keeper_then_the_station(caring, cast):
    CareRule.objects.create(pk=1, answer_days=2)
    referral = caring.referral()
    assert deadlines.running(referral).get().amount == 2
    actions.strike(referral.pk, stage="answer", step=Step.OVERDUE, at=caring.at + 3 * DAY)
    assert told(cast.min)[-1] == told(cast.xie)[-1] == "care.overdue"
    assert told(cast.zhao) == []
    actions.strike(referral.pk, stage="answer", step=Step.RAISED, at=caring.at + 5 * DAY)
    assert told(cast.zhao) == ["care.raised"]
    notice = Notice.objects.get(user=cast.zhao)
    assert not any(word in notice.text for word in ("罗", "补贴"))


def test_a_wrong_state_is_refused_and_a_second_click_is_known(caring, cast):
    referral = caring.referral("accepted")
    with pytest.raises(CareMoved) as moved:
        caring.accept(referral)
    assert moved.value.is_repeat
    with pytest.raises(CareMoved):
        caring.send(referral)


def test_what_came_back_can_be_sent_on_or_dropped(caring):
    referral = caring.referral("returned")
    caring.send(referral)
    assert (referral.state, referral.sent_back) == ("requested", "")
    assert consents.of(referral) == [referral.consent], "one consent, asked for again"
    caring.return_(referral)
    actions.drop(referral, by=caring.cast.xie, at=caring.at)
    assert (referral.state, referral.outcome) == ("ended", "not_possible")


def test_handed_over_it_is_the_colleagues(caring, cast):
    referral = caring.referral()
    with pytest.raises(ValidationError):
        actions.hand_over(referral, by=cast.xie, at=caring.at, to=cast.yan)
    cast.zhao.posts.update(role="registrar")
    actions.hand_over(referral, by=cast.xie, at=caring.at, to=cast.zhao)
    assert (sees(cast.xie, referral), sees(cast.zhao, referral)) == (False, True)
    assert told(cast.zhao) == ["care.handed_over"]


def test_a_merge_takes_its_referrals_along(caring, cast):
    from residents import actions as register

    twin = caring.homes.register(name="罗永贵", number="", phone="13800001234")
    referral = caring.write(person=twin)
    luo = caring.homes.register()
    register.merge(luo, twin, by=cast.xie, at=caring.at, reason="已核对证件")
    referral.refresh_from_db()
    assert referral.person == luo


def test_the_log_names_neither_person_nor_help(caring):
    referral = caring.referral("ended")
    for entry in audit.history(referral):
        assert not {"subsidy", "civil-affairs", "罗永贵", NEED} & set(map(str, entry.detail.values())), entry.verb


def test_in_clear_for_a_purpose_and_on_record(caring, cast):
    referral = caring.referral()
    reveals.reveal(referral, by=cast.min, at=caring.at, purpose="reach")
    assert reveals.open_for(cast.min, referral, caring.at)
    assert audit.history(referral).filter(verb="care.revealed", actor_id=cast.min.pk).exists()


def test_what_is_due_is_found_along_an_index(caring):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL reads small tables whole")
    caring.referral("ended")
    for rule in rules.all_rules():
        if rule.what.startswith("care."):
            plan = forgetting.due(rule, caring.at)[:10].explain()
            assert "SCAN residents_carereferral\n" not in f"{plan}\n", (rule.what, plan)
