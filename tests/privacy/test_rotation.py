"""Changing the key: everything comes under the new one, people find their rows, a wrong key writes nothing."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from hotline.guard import blocking
from hotline.models import Block, Caller
from mediation.models import Party
from shuangliu import audit
from shuangliu.accounts.models import User
from shuangliu.privacy import rotation
from shuangliu.privacy.suites import is_there
from shuangliu.protection import looks
from shuangliu.protection.models import Look
from tests.conftest import NOW
from tests.hotline.conftest import calls  # noqa: F401
from tests.mediation.story import network, registered

OLD, NEW = "the old key of the tests", "the new key of the tests"
PHONE = "13800138000"


@pytest.fixture(autouse=True)
def _old_key(settings):
    settings.FIELD_KEYS = {1: OLD}


@pytest.fixture
def filled(calls):  # noqa: F811
    """People, tickets and a case, under the old key; then there is a new one."""
    calls.tell("closed")
    network(calls.cast)
    registered(calls.cast)
    User.objects.filter(pk=calls.cast.wang.pk).update(phone=PHONE)
    calls.cast.wang.refresh_from_db()
    calls.cast.wang.save()
    return calls.cast


def run(*args) -> str:
    out = io.StringIO()
    call_command("rotate_keys", *args, stdout=out, stderr=out)
    return out.getvalue()


def tokens() -> list[str]:
    """Everything encrypted, as the database holds it."""
    return [token for table in rotation.tables() for _pk, *row in table.raw() for token in row if token]


def told() -> dict:
    """What people read."""
    return {table.name: list(table.model._base_manager.order_by("pk").values(*(one.name for one in table.columns)))
            for table in rotation.tables()}


def test_everything_comes_under_the_new_key(filled, settings):
    before = told()
    assert len(tokens()) > 8
    assert {token[:6] for token in tokens()} == {"aes.1:"}
    settings.FIELD_KEYS = {1: OLD, 2: NEW}
    said = run()
    assert {token[:6] for token in tokens()} == {"aes.2:"}
    assert "nothing is left under another key" in said
    settings.FIELD_KEYS = {2: NEW}  # the old one is thrown away
    assert told() == before
    assert Caller.objects.with_phone(PHONE).exists()
    assert User.objects.filter(phone_hash__of=PHONE).get() == filled.wang
    assert "0 rows changed" in run()


def test_people_are_found_before_during_and_after(filled, settings, monkeypatch):
    settings.FIELD_KEYS = {1: OLD, 2: NEW}
    assert Caller.objects.with_phone(PHONE).count() == 1
    monkeypatch.setattr(rotation, "BATCH", 1)
    party = next(table for table in rotation.tables() if table.model is Party)
    steps = rotation.rotate(party)
    next(steps)
    marks = rotation.counted(party)
    assert set(marks) == {"aes.1:", "aes.2:"}
    for one in Party.objects.exclude(id_number=""):
        assert one in Party.objects.filter(id_hash__of=one.id_number)
        assert one in Party.objects.filter(phone_hash__of=f"+86 {one.phone}")
    del steps  # killed here
    assert "nothing is left" in run()


def test_somebody_writes_meanwhile(filled, settings):
    """Who calls again during the change is the same caller."""
    settings.FIELD_KEYS = {1: OLD, 2: NEW}
    user = User.objects.get(pk=filled.li.pk)
    user.phone = "13900139000"
    user.save()
    assert User.objects.filter(phone_hash__of="13900139000").get() == user
    run()
    assert User.objects.filter(phone_hash__of="13900139000").get() == user


def test_a_dry_run_writes_nothing(filled, settings):
    settings.FIELD_KEYS = {1: OLD, 2: NEW}
    before = tokens()
    assert "aes.1:" in run("--dry-run")
    assert tokens() == before


@pytest.mark.parametrize("keys", [{2: NEW}, {1: "some other key of a server", 2: NEW}], ids=["missing", "wrong"])
def test_a_wrong_key_is_said_and_writes_nothing(filled, settings, keys):
    before = tokens()
    settings.FIELD_KEYS = keys
    with pytest.raises(CommandError, match="key 1"):
        run()
    assert tokens() == before


@pytest.mark.skipif(not is_there("gm"), reason="this OpenSSL has no SM4-GCM and SM3")
def test_to_the_suite_of_the_state(filled, settings):
    before = told()
    settings.CRYPTO_SUITE = "gm"
    run()
    assert {token[:6] for token in tokens()} == {"sm4.1:"}
    assert told() == before
    assert Caller.objects.with_phone(PHONE).exists()


def test_a_hash_that_is_not_that_of_its_text_is_found(filled):
    User.objects.filter(pk=filled.wang.pk).update(phone_hash="0" * 64)
    with pytest.raises(CommandError, match="1 hashes are not under the newest key"):
        run()


def test_hashes_without_a_text_of_their_own_are_brought_along(filled, settings):
    """The list of blocked phones and the log of looks know people by their hash alone."""
    caller = Caller.objects.with_phone(PHONE).get()
    blocking.block(by=filled.mu, at=NOW, area=filled.county, reason="骚扰", until=date(2026, 6, 1),
                   phone_hash=caller.phone_hash)
    entry = audit.record("ticket.revealed", caller.tickets.first(), by=filled.ma, at=NOW, purpose="回访")
    assert Look.objects.get(entry=entry).subject == caller.phone_hash
    settings.FIELD_KEYS = {1: OLD, 2: NEW}
    run()
    settings.FIELD_KEYS = {2: NEW}
    caller.refresh_from_db()
    assert Block.objects.get().phone_hash == caller.phone_hash
    assert Look.objects.get(entry=entry).subject == caller.phone_hash
    assert [seen.entry for seen in looks.of(PHONE)] == [entry]


def test_a_token_of_another_column_does_not_open(filled):
    """Whoever can write to the database cannot show the phone of one in a column that all may read."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE hotline_caller SET name = phone")
    with pytest.raises(ValueError, match="another column"):
        list(Caller.objects.all())
