"""The audit log: what was altered, removed or reordered is found."""

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from shuangliu import audit
from shuangliu.audit import chain
from shuangliu.audit.models import Entry


@pytest.fixture
def log(cast, now):
    """Five sealed entries by Wang."""
    for n in range(5):
        audit.record("test.act", cast.grid, by=cast.wang, at=now, n=n, note="𡐓🚧")
    assert chain.seal() == 5
    return list(Entry.objects.order_by("seq"))


def test_a_whole_log_has_no_fault(log, capsys):
    call_command("verify_audit")
    assert "chain whole" in capsys.readouterr().out


def test_sealing_again_changes_nothing(log):
    before = list(Entry.objects.values_list("seq", "link"))
    assert chain.seal() == 0
    assert list(Entry.objects.values_list("seq", "link")) == before


@pytest.mark.parametrize("change", [
    {"actor_name": "别人"}, {"verb": "test.other"}, {"detail": {}}, {"actor_id": None}, {"matter_id": 9},
])
def test_an_altered_entry_is_found(log, change):
    Entry.objects.filter(pk=log[2].pk).update(**change)
    assert [(fault.kind, fault.seq) for fault in chain.verify()] == [("altered", 3)]


def test_a_removed_entry_is_found(log):
    log[1].delete()
    assert [(fault.kind, fault.seq) for fault in chain.verify()] == [("missing", 2)]


def test_reordered_entries_are_found(log):
    first, second = log[0], log[1]
    Entry.objects.filter(pk=first.pk).update(seq=99)
    Entry.objects.filter(pk=second.pk).update(seq=1)
    Entry.objects.filter(pk=first.pk).update(seq=2)
    assert {fault.kind for fault in chain.verify()} == {"broken"}


def test_a_planted_entry_is_found(log, now):
    Entry.objects.create(at=now, verb="test.act", mac="0" * 64)
    assert [fault.kind for fault in chain.verify()] == ["altered"]


def test_the_command_says_no(log):
    log[1].delete()
    with pytest.raises(CommandError):
        call_command("verify_audit")


@pytest.mark.django_db(transaction=True)
def test_an_act_that_fails_leaves_no_entry(now):
    with transaction.atomic():
        audit.record("test.act", None, by=None, at=now)
        transaction.set_rollback(True)
    assert not Entry.objects.exists()


def test_history_is_told_oldest_first(cast, now):
    audit.record("post.given", cast.grid, by=cast.chen, at=now)
    audit.record("post.changed", cast.grid, by=None, at=now)
    audit.record("post.changed", cast.town, by=None, at=now)
    assert [entry.verb for entry in audit.history(cast.grid)] == ["post.given", "post.changed"]
