"""Reading on in a thread: the same things in the same order, and no thread left behind."""

import threading
from itertools import count

import pytest

from residents.imports.ahead import ahead


def reading() -> int:
    return threading.active_count()


def test_the_same_in_the_same_order():
    assert list(ahead(range(50))) == list(range(50))
    assert list(ahead([])) == []


def test_what_is_raised_there_is_raised_here():
    def damaged():
        yield 1
        raise ValueError("byte 108")

    things = ahead(damaged())
    assert next(things) == 1
    with pytest.raises(ValueError, match="byte 108"):
        next(things)


def test_who_stops_early_leaves_no_thread():
    before, things = reading(), ahead(count())
    assert next(things) == 0
    assert reading() == before + 1
    things.close()
    assert reading() == before
