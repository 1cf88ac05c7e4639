import os
import signal
import subprocess
import sys
from datetime import date
from threading import Barrier, Thread
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet

from shuangliu import indicators
from shuangliu.indicators.folding import fold
from shuangliu.indicators.models import Delta, Rollup
from shuangliu.indicators.reading import totals

DAY = date(2026, 3, 11)


@pytest.mark.django_db
def test_changes_of_a_day_become_one_number(measures, cast):
    indicators.add_many([("shop.opened", cast.grid.key, DAY, amount) for amount in (1, 1, -1, 3)])
    assert fold() == 4
    assert not Delta.objects.exists()
    assert Rollup.objects.values_list("area_key", "day", "amount").get() == (cast.community.key, DAY, 4)
    indicators.add("shop.opened", cast.grid.key, DAY)
    assert (fold(), fold()) == (1, 0)
    assert Rollup.objects.get().amount == 5


@pytest.mark.django_db
def test_more_than_a_batch_is_folded(measures, cast):
    indicators.add_many([("shop.opened", cast.grid.key, DAY, 1)] * 7)
    assert fold(batch=3) == 7
    assert Rollup.objects.get().amount == 7


@pytest.mark.django_db
def test_a_fold_that_dies_in_the_middle_has_done_nothing(measures, cast, monkeypatch):
    indicators.add_many([("shop.opened", cast.grid.key, DAY, 1)] * 4)
    with monkeypatch.context() as broken:
        # After the numbers were raised, before the changes were taken away.
        broken.setattr(QuerySet, "delete", _die)
        with pytest.raises(Died):
            fold(batch=2)
    assert totals(["shop.opened"], cast.county, DAY, DAY)["shop.opened"] == 4
    assert fold() == 4
    assert totals(["shop.opened"], cast.county, DAY, DAY)["shop.opened"] == 4


class Died(BaseException):
    """The end of a worker."""


def _die(*args, **kwargs):
    raise Died


# A worker of its own that is killed after it has raised the numbers, before it takes the changes away.
KILLED = """
import os, signal, django
django.setup()
from django.db.models import QuerySet
from shuangliu.indicators.folding import fold
QuerySet.delete = lambda rows: os.kill(os.getpid(), signal.SIGKILL)
fold()
"""


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_has_done_nothing(measures, cast):
    indicators.add_many([("shop.opened", cast.grid.key, DAY, 1)] * 4)
    database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    died = subprocess.run([sys.executable, "-c", KILLED], check=False, timeout=60, env=os.environ | {
        "DATABASE_URL": database.geturl(), "DJANGO_SETTINGS_MODULE": "shuangliu.settings",
        "SHUANGLIU_SECRET_KEY": "x" * 50, "SHUANGLIU_FIELD_KEY": "x" * 50})
    assert died.returncode == -signal.SIGKILL
    assert not Rollup.objects.exists()
    assert fold() == 4
    assert Rollup.objects.get().amount == 4


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_folds_at_once_fold_each_change_once(measures, cast):
    other = cast.areas["510116002001"].key
    for amount in (1, 2, 3, 4) * 50:
        indicators.add_many([("shop.opened", cast.grid.key, DAY, amount), ("shop.opened", other, DAY, 1)])
    start, folded = Barrier(3), []

    def work():
        try:
            start.wait()
            folded.append(fold(batch=7))
        finally:
            connection.close()

    def write():
        try:
            start.wait()
            for _ in range(100):
                indicators.add("shop.opened", cast.grid.key, DAY, 1)
        finally:
            connection.close()

    threads = [Thread(target=work), Thread(target=work), Thread(target=write)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    folded.append(fold())
    assert sum(folded) == 500
    assert Rollup.objects.get(area_key=cast.community.key).amount == 600
    assert Rollup.objects.get(area_key=other).amount == 200


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_fold_passes_over_what_another_holds_and_what_is_not_committed(measures, cast):
    indicators.add_many([("shop.opened", cast.grid.key, DAY, 1)] * 3)
    held = Delta.objects.order_by("id").first()
    folded = []

    def work():
        try:
            folded.append(fold())
        finally:
            connection.close()

    with transaction.atomic():
        Delta.objects.select_for_update().get(pk=held.pk)
        indicators.add("shop.opened", cast.grid.key, DAY, 10)
        thread = Thread(target=work)
        thread.start()
        thread.join(timeout=30)
        assert folded == [2]
    assert totals(["shop.opened"], cast.county, DAY, DAY)["shop.opened"] == 13
    assert fold() == 2
    assert Rollup.objects.get().amount == 13
