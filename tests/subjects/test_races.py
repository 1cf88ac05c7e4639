"""Two at once, on a real PostgreSQL with a connection each."""

from uuid import uuid4

import pytest

from shuangliu import deadlines
from shuangliu.pages.conflict import Conflict
from shuangliu.subjects import actions
from shuangliu.subjects.models import SubjectRequest
from tests.at_once import at_once
from tests.conftest import NOW

from .story import PHONE

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def kinds(outcomes) -> list[str]:
    return sorted(type(one).__name__ for one in outcomes)


def test_two_clerks_answer_at_once(asking, cast):
    asked = asking.tell("carried_out")
    outcomes = at_once(*[lambda by=by: actions.answer(SubjectRequest.objects.get(pk=asked.pk), by=by, at=NOW,
                                                     answer=f"由{by}答复") for by in (cast.xie, cast.an)])
    assert kinds(outcomes) == ["RequestMoved", "SubjectRequest"]
    assert asked.moves.filter(act="answer").count() == 1


def test_granted_and_taken_back_at_once_is_one_of_both(asking, cast):
    asked = asking.tell("identified")
    outcomes = at_once(
        lambda: actions.grant(SubjectRequest.objects.get(pk=asked.pk), by=cast.an, at=NOW, left_out={}),
        lambda: actions.withdraw(SubjectRequest.objects.get(pk=asked.pk), by=None, at=NOW))
    assert sum(isinstance(one, Conflict) for one in outcomes) == 1
    asked.refresh_from_db()
    assert (asked.state == "withdrawn") == (asked.file == "")


def test_one_form_sent_three_times_at_once_is_one_request(cast, now):
    uuid = uuid4()
    outcomes = at_once(*[lambda: actions.ask(at=NOW, uuid=uuid, kind="access", area_key=cast.county.key,
                                             phone=PHONE)] * 3)
    assert sorted(is_new for _asked, is_new in outcomes) == [False, False, True]
    assert deadlines.running(SubjectRequest.objects.get()).count() == 1


def test_one_word_opens_for_one(asking, cast):
    asked = asking.tell("carried_out")
    word = actions.hand_word(asked, by=cast.xie, at=NOW)
    outcomes = at_once(*[lambda: actions.opens(SubjectRequest.objects.get(pk=asked.pk), word, at=NOW)] * 3)
    assert sorted(outcomes) == [False, False, True]
