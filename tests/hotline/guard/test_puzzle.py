"""A second of work, or a sum in words; once, for a day."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.translation import override

from hotline.guard import puzzle
from tests.conftest import NOW

pytestmark = pytest.mark.once


def test_the_work_is_asked_for_in_bits(settings):
    text = puzzle.issue()
    settings.PUZZLE_BITS = 8
    number = next(n for n in range(100_000) if puzzle.zeros(text, str(n)) >= 8)
    assert puzzle.is_proven(text, str(number))
    settings.PUZZLE_BITS = 200
    assert not puzzle.is_proven(text, str(number))
    assert not puzzle.is_proven(text, "")


def test_only_our_own_of_today_count(now):
    text = puzzle.issue()
    assert puzzle.is_genuine(text)
    assert not puzzle.is_genuine(text[:-1] + ("a" if text[-1] != "a" else "b"))
    assert not puzzle.is_genuine("")
    with time_machine.travel(NOW + timedelta(hours=25), tick=False):
        assert not puzzle.is_genuine(text)


@pytest.mark.parametrize(("said", "number"), [
    ("8", 8), ("８", 8), ("八", 8), ("十", 10), ("十二", 12), ("一十八", 18), (" 12 ", 12), ("", None), ("多", None),
    ("1234", None), ("十多", None)])
def test_people_write_numbers_as_they_like(said, number):
    assert puzzle.number(said) == number


def test_the_sum_is_asked_in_words_and_stands_nowhere():
    text = puzzle.issue()
    one, other = puzzle.summands(text)
    with override("zh-hans"):
        assert puzzle.CHINESE[one] in puzzle.question(text)
    assert puzzle.is_summed(text, str(one + other))
    assert not puzzle.is_summed(text, str(one + other + 1))


def test_it_serves_once():
    text = puzzle.issue()
    assert puzzle.spend(text)
    assert not puzzle.spend(text)
