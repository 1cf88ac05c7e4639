"""The clock of a phone is believed within reason."""

from datetime import timedelta

import pytest

from shuangliu.pages.written import believed


@pytest.mark.parametrize(("late", "is_believed"), [
    (timedelta(0), True), (timedelta(hours=3), True), (timedelta(days=30), True),
    (timedelta(days=30, seconds=1), False), (timedelta(seconds=-1), False),
])
def test_a_clock_that_is_plainly_wrong_is_not_believed(now, late, is_believed):
    assert believed(now - late, now) == (now - late if is_believed else now)


def test_without_a_word_it_was_written_when_it_came(now):
    assert believed(None, now) == now
