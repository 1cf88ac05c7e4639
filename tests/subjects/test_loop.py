"""A request from the first word to the answer, and who may do what on the way."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from grids.jurisdiction import may
from shuangliu import deadlines
from shuangliu.audit.models import Entry
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.notices.models import Notice
from shuangliu.pages.conflict import Conflict
from shuangliu.subjects import actions
from shuangliu.subjects.models import SubjectFinding, SubjectRequest
from tests.conftest import NOW
from tests.residents.story import LUO

from .story import PHONE


def told(user) -> list[str]:
    return list(Notice.objects.filter(user=user).order_by("id").values_list("kind", flat=True))


def test_from_the_first_word_to_the_answer(asking, cast):
    asking.homes.register()
    asked = asking.ask()
    assert (asked.state, asked.turn) == ("received", "desk")
    assert asked.due_at.astimezone(NOW.tzinfo).date().isoformat() == "2026-04-01"  # 15 working days from 11 March
    asking.identify(asked)
    assert (asked.state, asked.turn) == ("identified", "admin")
    assert [one.holder for one in asked.findings.all()] == ["residents.person"]
    asking.grant(asked)
    assert (asked.state, asked.turn, asked.decided_by) == ("carried_out", "desk", cast.an)
    assert asked.file
    actions.answer(asked, by=cast.xie, at=asking.later(), answer="可以下载。")
    assert (asked.state, asked.turn, asked.due_at) == ("answered", "", None)
    assert not deadlines.running(asked).exists()
    assert [move.act for move in asked.moves.all()] == ["receive", "identify", "grant", "carry-out", "answer"]
    verbs = Entry.objects.filter(matter_type="subjects.subjectrequest").values_list("verb", flat=True)
    assert {"subject.receive", "subject.identify", "subject.looked", "subject.grant", "subject.copied",
            "subject.answer"} <= set(verbs)
    assert (told(cast.xie), told(cast.an)) == (["subject.asked", "subject.carried_out"], ["subject.identified"])


def test_the_same_form_sent_twice_asks_once(asking, cast):
    given = {"at": NOW, "uuid": "1a6ff6a4-3a3a-4a3a-8a3a-0a3a3a3a3a3a", "kind": "access", "phone": PHONE,
             "area_key": cast.county.key}
    (first, is_new), (second, is_again) = actions.ask(**given), actions.ask(**given)
    assert (first.pk, is_new, is_again) == (second.pk, True, False)
    assert deadlines.running(first).count() == 1


def test_who_checked_the_identity_does_not_decide(asking, cast):
    asked = asking.tell("identified", kind="delete")
    SubjectRequest.objects.filter(pk=asked.pk).update(identified_by=cast.an)
    asked.refresh_from_db()
    assert not may(cast.an, "subject.grant", asked)
    assert not may(cast.an, "subject.refuse", asked)
    assert not SubjectRequest.objects.waiting_for(cast.an).exists()
    with pytest.raises(IntegrityError, match="subject_four_eyes"), transaction.atomic():
        asking.grant(asked)
    with pytest.raises(IntegrityError, match="subject_four_eyes"), transaction.atomic():
        actions.refuse(asked, by=cast.an, at=asking.later(), ground="kept", reason="不删")


def test_the_desk_grants_what_it_puts_right_itself(asking, cast):
    asking.homes.register()
    asked = asking.tell("identified", kind="correct")
    assert may(cast.xie, "subject.grant", asked)
    assert not may(cast.xie, "subject.refuse", asked)
    asking.grant(asked, by=cast.xie)
    assert asked.state == "decided"
    actions.carry_out(asked, by=cast.xie, at=asking.later(), note="改了电话")
    actions.answer(asked, by=cast.xie, at=asking.later(), answer="电话已更正。")
    assert asked.state == "answered"


@pytest.mark.parametrize("kind", ["access", "port", "delete", "restrict"])
def test_the_desk_does_not_decide_on_what_cannot_be_called_back(asking, cast, kind):
    asked = asking.tell("identified", kind=kind)
    assert not may(cast.xie, "subject.grant", asked)
    assert may(cast.an, "subject.grant", asked)


def test_a_desk_refers_what_it_would_refuse(asking, cast):
    asked = asking.tell("identified", kind="correct")
    actions.refer(asked, by=cast.xie, at=asking.later(), note="登记无误")
    assert (asked.turn, may(cast.xie, "subject.grant", asked)) == ("admin", False)
    assert list(SubjectRequest.objects.waiting_for(cast.an)) == [asked]
    actions.refuse(asked, by=cast.an, at=asking.later(), ground="right", reason="经核对，登记无误。")
    assert (asked.state, asked.ended_at is not None) == ("refused", True)


def test_whoever_never_shows_who_they_are_is_refused(asking, cast):
    asked = asking.ask()
    actions.refer(asked, by=cast.xie, at=asking.later(), note="三次通知未到场")
    actions.refuse(asked, by=cast.an, at=asking.later(), ground="identity", reason="未核实身份。")
    assert asked.state == "refused"


def test_nothing_is_granted_before_the_identity_is_checked(asking, cast):
    asked = asking.ask()
    with pytest.raises(Conflict):
        asking.grant(asked)
    with pytest.raises(Conflict):
        actions.answer(asked, by=cast.xie, at=asking.later(), answer="给你")
    with pytest.raises(IntegrityError, match="subject_granted_when_known"), transaction.atomic():
        SubjectRequest.objects.filter(pk=asked.pk).update(state="decided")
    with pytest.raises(IntegrityError, match="subject_copy_when_known"), transaction.atomic():
        SubjectRequest.objects.filter(pk=asked.pk).update(file="subjects/x", made_at=NOW)


def test_an_explanation_needs_no_identity(asking, cast):
    asked = asking.ask("explain")
    actions.answer(asked, by=cast.xie, at=asking.later(), answer="见个人信息处理规则。")
    assert asked.state == "answered"


def test_a_complaint_goes_past_the_desk(asking, cast):
    refused = asking.tell("refused")
    asked = asking.ask("complain", earlier=refused)
    assert asked.turn == "admin"
    assert not may(cast.xie, "subject.answer", asked)
    assert may(cast.an, "subject.answer", asked)


def test_more_time_once(asking, cast):
    asked = asking.ask()
    actions.extend(asked, by=cast.xie, at=asking.later(), reason="档案在另一街道")
    assert asked.due_at.astimezone(NOW.tzinfo).date().isoformat() == "2026-04-23"
    with pytest.raises(Conflict):
        actions.extend(asked, by=cast.xie, at=asking.later(), reason="再等等")


def test_the_clock_warns_and_calls_the_administrator(asking, cast):
    asked = asking.ask()
    escalate_overdue(at=asked.due_at - timedelta(hours=30))
    escalate_overdue(at=asked.due_at + timedelta(minutes=1))
    asked.refresh_from_db()
    assert asked.is_overdue
    assert told(cast.xie) == ["subject.asked", "subject.warned", "subject.overdue"]
    assert told(cast.an) == ["subject.overdue"]


def test_taken_back_it_counts_for_nobody(asking, cast):
    asked = asking.tell("withdrawn")
    assert (asked.state, asked.turn, asked.ended_at is not None) == ("withdrawn", "", True)
    with pytest.raises(Conflict):
        actions.withdraw(asked, by=None, at=asking.later())


def test_a_part_is_left_out_for_a_ground(asking, cast):
    asking.homes.register()
    asked = asking.tell("identified")
    (one,) = asked.findings.all()
    with pytest.raises(ValidationError):
        asking.grant(asked, left_out={one.pk: ("others", "")})
    asked.refresh_from_db()
    assert (asked.state, SubjectFinding.objects.get().verdict) == ("identified", "")


def test_at_another_counter_by_number_and_code(asking, cast):
    asked = asking.ask(desk="hotline", area_key=cast.county.key)
    assert not SubjectRequest.objects.visible_to(cast.xie).exists()
    actions.take(asked, by=cast.xie, at=asking.later(), area_key=cast.community.key)
    assert list(SubjectRequest.objects.visible_to(cast.xie)) == [asked]
    assert not SubjectRequest.objects.visible_to(cast.mu).exists()
    assert not SubjectRequest.objects.visible_to(cast.yan).exists()


def test_no_number_stands_in_the_log(asking, cast):
    asking.homes.register()
    asking.tell("answered")
    said = "".join(f"{entry.purpose}{entry.detail}" for entry in Entry.objects.all())
    assert LUO not in said
    assert PHONE not in said
    assert "罗永贵" not in said
