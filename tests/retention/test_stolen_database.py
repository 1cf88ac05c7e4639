"""Somebody has a copy of the whole database, and not the key: they learn no phone and no ID number."""

import re

from django.db import connection

from shuangliu import audit
from shuangliu.accounts.models import User
from shuangliu.privacy import rotation
from shuangliu.privacy.cipher import lookup_hash
from shuangliu.protection import reveals
from shuangliu.subjects import actions as subjects
from tests.conftest import NOW
from tests.mediation.story import agreed, network

NUMBER = re.compile(r"\d[\d -]{5,}[\dXx]")


def stolen() -> str:
    """Every value of every table as text, as a dump has it; so also audit, notices, sessions, drafts, search pairs."""
    parts = []
    with connection.cursor() as cursor:
        for table in real_tables(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            parts += [f"{table}: {row}" for row in cursor.fetchall()]
    return "\n".join(parts)


def real_tables(cursor) -> list[str]:
    """Those that hold something: SQLite keeps a search index in tables of their own beside the virtual one."""
    if connection.vendor != "sqlite":
        return connection.introspection.table_names(cursor)
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    return [name for (name,) in cursor.fetchall()]


def secrets() -> set[str]:
    """All numbers that stand in encrypted columns, read with the key."""
    found = set()
    for table in rotation.tables():
        for row in table.model._base_manager.values_list(*(column.name for column in table.columns)):
            found |= {re.sub(r"\D", "", number) for text in row if text for number in NUMBER.findall(text)}
    return {number for number in found if len(number) >= 7}


def fill(calls, browser) -> None:
    cast = calls.cast
    network(cast)
    agreed(cast)
    calls.tell("closed")
    ticket = calls.tell("dispatched")
    subjects.ask(at=NOW, uuid="1a6ff6a4-3a3a-4a3a-8a3a-0a3a3a3a3a3d", kind="access", area_key=cast.county.key,
                 phone="13912345678", text="我叫张三丰，电话13912345678，身份证510122199001011233")
    User.objects.filter(pk=cast.wang.pk).update(phone="13800138111")
    agent = browser(cast.ma)
    # People write numbers where none should stand.
    agent.post(f"{ticket.get_absolute_url()}reveal/", {"purpose": "other", "words": "回访 13800138000"})
    assert reveals.open_for(cast.ma, ticket, NOW)
    audit.record("ticket.looked-up", ticket, by=cast.ma, at=NOW, purpose="找 13800138000", said="510122199001011233")
    agent.get("/hotline/", {"phone": "13800138000"})


def test_nothing_encrypted_stands_anywhere_else_in_clear(calls, browser, now):
    fill(calls, browser)
    known, dump = secrets(), stolen()
    assert len(known) > 4
    assert {"13912345678", "13800138111", "510122199001011233"} <= known
    assert {(number, row.partition(":")[0]) for number in known for row in dump.split("\n") if number in row} == set()


def test_nor_in_pairs_of_characters(calls, browser, now):
    """The index of the search must not spell out a number either."""
    fill(calls, browser)
    dump = stolen()
    spelt = {number: " ".join(number[place : place + 2] for place in range(len(number) - 1)) for number in secrets()}
    assert [number for number, said in spelt.items() if said in dump] == []


def test_a_hash_cannot_be_tried_out_without_the_key(calls, browser, now, settings):
    """There are only some 10^10 phones: whoever had the key could try them all, whoever has not cannot try one."""
    fill(calls, browser)
    right = lookup_hash("13912345678")
    settings.FIELD_KEYS = {1: "a guess of the thief"}
    assert lookup_hash("13912345678") != right
    assert lookup_hash("13912345678") not in stolen()
