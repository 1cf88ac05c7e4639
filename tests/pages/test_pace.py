"""So often in each minute, and a cache that is down holds nobody up."""

from datetime import timedelta

from django.core.cache import cache

from shuangliu.pages import pace
from tests.conftest import NOW


def test_the_third_of_two_waits_for_the_minute_to_end():
    at = NOW + timedelta(seconds=20)
    assert [pace.wait("asking", 1, at, most=2) for _ in range(3)] == [0, 0, 40]
    assert pace.wait("asking", 2, at, most=2) == 0
    assert pace.wait("asking", 1, at + timedelta(seconds=40), most=2) == 0


def test_a_cache_that_is_down_holds_nobody_up(monkeypatch):
    def down(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr(cache, "add", down)
    assert [pace.wait("asking", 1, NOW, most=1) for _ in range(3)] == [0, 0, 0]
