"""Two at once, and one that dies in the middle."""

import pytest
from django.db import connection

from residents.imports import carrying, checking, undoing
from residents.imports.models import Batch
from residents.models import Person, Residence
from shuangliu.audit.models import Entry
from tests.at_once import at_once
from tests.conftest import NOW
from tests.residents.story import LUO, TANG, Homes

from .story import HEADINGS, Office, as_csv

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
CONTENT = as_csv(HEADINGS, ["罗永贵", LUO, "", "4组12号"], ["唐秀英", TANG, "", "4组12号"])


@pytest.fixture
def office(cast):
    return Office(cast)


def fresh(batch: Batch) -> Batch:
    return Batch.objects.get(pk=batch.pk)


def test_two_clicks_and_two_workers_carry_out_once(office, cast):
    batch = office.check(CONTENT)
    at_once(*[lambda: carrying.carry_out(fresh(batch), by=cast.xie, at=NOW)] * 2)
    at_once(*[lambda: carrying.do_carry(fresh(batch))] * 3)
    assert fresh(batch).state == "carried"
    assert Person.objects.count() == Residence.objects.count() == 2
    assert Entry.objects.filter(verb="import.carry-out").count() == 1
    assert Entry.objects.filter(verb="import.carried-out").count() == 1


def test_two_tables_with_the_same_people_make_them_once(office, cast):
    one, two = office.check(CONTENT), office.check(CONTENT)
    for batch in (one, two):
        carrying.carry_out(batch, by=cast.xie, at=NOW)
    results = at_once(lambda: carrying.do_carry(fresh(one)), lambda: carrying.do_carry(fresh(two)))
    assert not [result for result in results if isinstance(result, Exception)]
    assert Person.objects.count() == 2
    assert sorted([fresh(one).state, fresh(two).state]) == ["carried", "checking"]


def test_a_worker_that_dies_leaves_nothing_and_another_goes_on(office, cast, monkeypatch):
    batch = office.check(CONTENT)
    carrying.carry_out(batch, by=cast.xie, at=NOW)

    def die(*_more):
        raise SystemExit("killed")

    with monkeypatch.context() as patch:
        patch.setattr(carrying, "_prove", die)
        with pytest.raises(SystemExit):
            carrying.do_carry(batch)
    assert not Person.objects.exists()
    assert fresh(batch).state == "carrying"
    carrying.do_carry(batch)
    assert Person.objects.count() == 2


def test_two_workers_check_once(office):
    batch = office.upload(CONTENT)
    Batch.objects.update(state="checking")
    results = at_once(*[lambda: checking.check(fresh(batch), at=NOW)] * 2)
    assert sorted(map(str, results)) == ["False", "True"]
    assert batch.rows.count() == 2


def test_undone_once(office, cast):
    batch = office.carry(office.check(CONTENT))
    undoing.undo(batch, by=cast.xie, at=NOW)
    at_once(*[lambda: undoing.do_undo(fresh(batch))] * 2)
    assert not Person.objects.exists()
    assert Entry.objects.filter(verb="import.undone").count() == 1


def test_how_far_it_is_can_be_seen_while_nothing_else_can(office, cast, monkeypatch):
    batch = office.check(CONTENT)
    carrying.carry_out(batch, by=cast.xie, at=NOW)
    heard = []

    def listen(*_more):
        heard.extend(at_once(lambda: (carrying.heard(batch), Person.objects.count())))

    monkeypatch.setattr(carrying, "_prove", listen)
    carrying.do_carry(batch)
    assert heard == [(f"{carrying.STEPS}/{carrying.STEPS}", 0)]
    assert not carrying.heard(batch)


def test_rows_are_not_written_twice_by_the_database(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'residents_row'")
        assert cursor.fetchone() == ("u",)


def test_a_register_that_changes_under_it_is_noticed(office, cast):
    batch = office.check(CONTENT)
    carrying.carry_out(batch, by=cast.xie, at=NOW)
    results = at_once(lambda: Homes(cast).register(), lambda: carrying.do_carry(fresh(batch)))
    assert Person.objects.numbered(LUO).count() == 1
    assert results
