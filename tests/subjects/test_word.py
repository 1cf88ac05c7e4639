"""The word that opens a copy: said once, used once."""

import pytest

from shuangliu.audit.models import Entry
from shuangliu.pages.conflict import Conflict
from shuangliu.subjects import actions
from shuangliu.subjects.models import SubjectRequest


def test_it_opens_once_and_its_text_is_kept_nowhere(asking, cast):
    asked = asking.tell("carried_out")
    word = actions.hand_word(asked, by=cast.xie, at=asking.later())
    assert word not in str(SubjectRequest.objects.values().get())
    assert not actions.opens(asked, "abcdefgh", at=asking.later())
    assert actions.opens(asked, f" {word.upper()} ", at=asking.later())
    assert not actions.opens(asked, word, at=asking.later())


def test_a_new_one_ends_the_one_before(asking, cast):
    asked = asking.tell("carried_out")
    old = actions.hand_word(asked, by=cast.xie, at=asking.later())
    new = actions.hand_word(asked, by=cast.xie, at=asking.later())
    assert not actions.opens(asked, old, at=asking.later())
    assert actions.opens(asked, new, at=asking.later())


def test_it_opens_nothing_after_a_week(asking, cast):
    asked = asking.tell("carried_out")
    word = actions.hand_word(asked, by=cast.xie, at=asking.later())
    asking.later(days=8)
    assert not actions.opens(asked, word, at=asking.at)
    with pytest.raises(Conflict):
        actions.fetch(asked, at=asking.at)


def test_every_download_is_on_record(asking, cast):
    asked = asking.tell("answered")
    for _time in range(2):
        actions.fetch(asked, at=asking.later()).close()
    asked.refresh_from_db()
    assert asked.fetched_count == 2
    assert Entry.objects.filter(verb="subject.fetch", actor_id=None).count() == 2
    assert asked.moves.filter(act="fetch").count() == 2
