"""Not more than so often: by address, by key, for a time."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import RequestFactory

from shuangliu import guard
from shuangliu.guard.addresses import address_of
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def asked(address="10.0.0.1"):
    return RequestFactory().get("/", REMOTE_ADDR=address)


def test_the_sixth_wrong_code_waits_whoever_sends_it(now):
    for number in range(5):
        guard.check(asked(f"10.0.0.{number}"), "portal.code", "RX1")
        guard.count(asked(f"10.0.0.{number}"), "portal.code", "RX1")
    with pytest.raises(guard.Throttled) as refused:
        guard.check(asked("10.0.0.9"), "portal.code", "RX1")
    assert refused.value.wait == 900
    guard.check(asked("10.0.0.9"), "portal.code", "RX2")
    with time_machine.travel(NOW + timedelta(minutes=15, seconds=1), tick=False):
        guard.check(asked(), "portal.code", "RX1")


def test_an_address_may_send_so_much_and_then_pauses(now, settings):
    settings.GUARD_LIMITS = {"portal.submit.address": "2/10m"}
    for _ in range(2):
        guard.throttle(asked(), "portal.submit")
    with pytest.raises(guard.Throttled):
        guard.throttle(asked(), "portal.submit")
    guard.throttle(asked("10.0.0.2"), "portal.submit")


def test_neither_address_nor_phone_is_remembered_in_clear(now):
    guard.throttle(asked("192.0.2.77"), "portal.submit", "13800138000")
    assert len(cache._cache) == 2
    assert not any("192.0.2.77" in key or "13800138000" in key for key in cache._cache)


def test_a_name_that_nobody_wrote_down_is_a_mistake():
    with pytest.raises(KeyError):
        guard.throttle(asked(), "portal.sumbit")


def test_a_cache_that_is_down_stops_nobody(now, monkeypatch):
    def down(*args, **kwargs):
        raise ConnectionError

    for name in ("get", "add", "set"):
        monkeypatch.setattr(cache, name, down)
    for _ in range(100):
        guard.throttle(asked(), "portal.submit")


@pytest.mark.parametrize(("said", "counted"), [
    ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ("", ""), ("unix:", "")])
def test_a_home_is_one_address(said, counted):
    assert address_of(asked(said)) == counted


@pytest.mark.parametrize(("proxies", "believed"), [(0, "127.0.0.1"), (1, "203.0.113.5"), (2, "198.51.100.9")])
def test_only_our_own_proxies_are_believed(client, settings, proxies, believed):
    settings.TRUSTED_PROXIES = proxies
    seen = client.get("/healthz", headers={"X-Forwarded-For": "192.0.2.66, 198.51.100.9, 203.0.113.5"}).wsgi_request
    assert address_of(seen) == believed
