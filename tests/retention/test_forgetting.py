"""The job: what is over goes, what is held stays, and the ledger proves it without the data."""

from datetime import date, timedelta

import pytest
from django.db import connection

from hotline.models import Caller, Ticket
from shuangliu.retention import forgetting, holds, restrictions, rules
from shuangliu.retention.models import Forgetting, Forgotten, RetentionRule
from shuangliu.retention.registry import AlreadyTaken, forgetter, forgetters
from tests.conftest import NOW

LATER = NOW + timedelta(days=181)
WHAT = "ticket.contact"


def ledger() -> list:
    return list(Forgetting.objects.filter(what=WHAT).order_by("id"))


def test_a_rule_for_each_name_in_the_language_of_the_county(db):
    assert {rule.what for rule in rules.all_rules()} == set(forgetters)
    assert "个人信息保护法" in RetentionRule.objects.get(what=WHAT).source


def test_the_ledger_says_what_was_forgotten_and_not_what_it_was(calls, now):
    ticket = calls.tell("closed")
    held = {"caller__name": ticket.caller.name, "caller__phone": ticket.caller.phone,
            **{name: getattr(ticket, name) for name in ("whole", "content", "place", "answer", "reason", "judgement")}}
    assert forgetting.forget(at=LATER)[WHAT] == 1
    (entry,) = ledger()
    assert (entry.count, entry.version, entry.days, entry.first, entry.last) == (
        1, 1, 180, ticket.closed_at, ticket.closed_at)
    (item,) = entry.items.all()
    assert (item.matter_type, item.matter_id, item.moment) == ("hotline.ticket", ticket.pk, ticket.closed_at)
    # Who still has the data can prove that it was here.
    assert item.digest == forgetting.digest("hotline.ticket", ticket.pk, held)
    assert item.digest != forgetting.digest("hotline.ticket", ticket.pk, held | {"caller__phone": "13800138001"})
    with connection.cursor() as cursor:
        for table in ("retention_forgetting", "retention_forgotten"):
            cursor.execute(f"SELECT * FROM {table}")
            assert "13800138000" not in str(cursor.fetchall())


def test_twice_changes_nothing(calls, now):
    calls.tell("closed")
    forgetting.forget(at=LATER)
    assert not forgetting.forget(at=LATER)[WHAT]
    assert len(ledger()) == 1


def test_in_batches_of_one_run(calls, now, monkeypatch):
    monkeypatch.setattr(forgetting, "BATCH", 2)
    for _number in range(3):
        calls.tell("closed")
    assert forgetting.forget(at=LATER)[WHAT] == 3
    assert [entry.count for entry in ledger()] == [2, 1]
    assert len({entry.run for entry in ledger()}) == 1


def test_a_batch_that_dies_leaves_nothing_half_done(calls, now, monkeypatch):
    ticket = calls.tell("closed")
    rule = next(rule for rule in rules.all_rules() if rule.what == WHAT)
    monkeypatch.setattr("hotline.forgetters.TicketMove", None)  # whatever comes after the tickets
    counts = forgetting.forget(at=LATER, only=WHAT)
    assert counts == {"failed": 1}
    assert Ticket.objects.get(pk=ticket.pk).caller is not None
    assert not Forgotten.objects.exists()
    monkeypatch.undo()
    assert forgetting.forget(at=LATER, only=rule.what) == {WHAT: 1}


def test_a_forgetter_that_forgets_nothing_is_found(calls, now, monkeypatch):
    calls.tell("closed")
    monkeypatch.setattr("hotline.forgetters.Ticket.objects", Caller.objects, raising=False)
    rule = next(rule for rule in rules.all_rules() if rule.what == WHAT)
    monkeypatch.setitem(forgetters, WHAT, type(rule.forgetter)(**{
        **rule.forgetter.__dict__, "forget": lambda matters, at: None}))
    assert forgetting.forget(at=LATER, only=WHAT) == {"failed": 1}
    assert ledger() == []


def test_what_is_held_waits(calls, now, cast):
    ticket = calls.tell("closed")
    mark = holds.hold(ticket, by=cast.he, at=NOW, reason="法院调取", basis="民事诉讼法第70条")
    assert not forgetting.forget(at=LATER)[WHAT]
    holds.lift(mark, by=cast.he, at=NOW, why="已结案")
    assert forgetting.forget(at=LATER)[WHAT] == 1


def test_a_hold_ends_by_its_day(calls, now, cast):
    holds.hold(calls.tell("closed"), by=cast.he, at=NOW, reason="审计", basis="审计法", until=date(2026, 12, 31))
    assert not forgetting.forget(at=LATER)[WHAT]
    assert forgetting.forget(at=NOW + timedelta(days=300))[WHAT] == 1


def test_a_rule_is_data(calls, now):
    calls.tell("closed")
    rules.ensure()
    RetentionRule.objects.filter(what=WHAT).update(days=30, version=2)
    assert forgetting.forget(at=NOW + timedelta(days=31))[WHAT] == 1
    assert (ledger()[0].version, ledger()[0].days) == (2, 30)


def test_out_of_force_is_out_of_force(calls, now):
    calls.tell("closed")
    rules.ensure()
    RetentionRule.objects.filter(what=WHAT).update(is_active=False)
    assert not forgetting.forget(at=LATER)[WHAT]


def test_restricting_instead(calls, now):
    ticket = calls.tell("closed")
    rules.ensure()
    RetentionRule.objects.filter(what=WHAT).update(does="restrict")
    assert forgetting.forget(at=LATER)[WHAT] == 1
    assert restrictions.is_restricted(ticket)
    assert Ticket.objects.get().caller is not None
    assert not forgetting.forget(at=LATER)[WHAT]


def test_a_name_is_taken_once():
    with pytest.raises(AlreadyTaken):
        forgetter(WHAT, "again", model=Ticket, moment="closed_at", days=1, source="")(print)


def test_what_is_due_is_found_along_an_index(calls, now):
    """No rule reads a table from end to end."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL reads small tables whole")
    for rule in rules.all_rules():
        plan = forgetting.due(rule, LATER)[:10].explain()
        assert f"SCAN {rule.forgetter.model._meta.db_table}\n" not in plan + "\n", (rule.what, plan)
