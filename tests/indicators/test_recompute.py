from datetime import date
from io import StringIO
from threading import Barrier, Thread

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from grids.models import Department
from shuangliu import indicators
from shuangliu.indicators import tasks
from shuangliu.indicators.folding import fold
from shuangliu.indicators.models import Delta, Difference, Rollup
from shuangliu.indicators.reading import by_item, totals
from shuangliu.indicators.recompute import compare, rebuild
from shuangliu.indicators.registry import measure

DAY = date(2026, 3, 11)


@pytest.fixture
def agreeing(measures, rows, cast):
    """5 shops opened in Wang's grid and 2 in Li's, in rows and in figures, some folded and some not."""
    rows["shop.opened", cast.grid.key, DAY] = 5
    rows["shop.opened", cast.areas["510116001001002"].key, DAY] = 2
    indicators.add("shop.opened", cast.grid.key, DAY, 4)
    fold()
    indicators.add_many([("shop.opened", cast.grid.key, DAY, 1), ("shop.opened", cast.community.key, DAY, 2)])


@pytest.mark.django_db
def test_figures_that_agree_differ_nowhere(agreeing, now):
    assert compare(at=now) == 0
    assert not Difference.objects.exists()


@pytest.mark.django_db
def test_a_planted_difference_is_found_reported_and_left(agreeing, rows, cast, now, caplog):
    Rollup.objects.update(amount=9)
    rows["shop.checked", cast.grid.key, date(2014, 7, 31)] = 1  # a row that nobody wrote a change for
    assert compare(at=now) == 2
    found = Difference.objects.order_by("day").values_list("measure", "area_key", "day", "rolled", "counted")
    assert list(found) == [
        ("shop.checked", cast.community.key, date(2014, 7, 31), 0, 1),
        ("shop.opened", cast.community.key, DAY, 12, 7),
    ]
    assert {difference.found_at for difference in Difference.objects.all()} == {now}
    assert "12 ≠ 7" in caplog.text
    assert totals(["shop.opened"], cast.county, DAY, DAY)["shop.opened"] == 12


@pytest.mark.django_db
def test_the_next_comparison_tells_only_what_is_still_wrong(agreeing, now):
    Rollup.objects.update(amount=9)
    compare(at=now)
    Rollup.objects.update(amount=4)
    assert (compare(at=now), Difference.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_rebuilding_puts_right_what_differs_and_nothing_else(agreeing, rows, cast, now):
    Rollup.objects.update(amount=9)
    Rollup.objects.create(measure="shop.checked", area_key=cast.town.key, day=DAY, amount=3)
    rows["shop.checked", cast.areas["510116002001001"].key, DAY] = 8
    assert rebuild() == 3
    assert totals(["shop.opened", "shop.checked"], cast.county, DAY, DAY) == {"shop.opened": 7, "shop.checked": 8}
    assert totals(["shop.checked"], cast.town, DAY, DAY)["shop.checked"] == 0
    assert not Delta.objects.exists()
    assert (rebuild(), compare(at=now)) == (0, 0)


@pytest.mark.django_db
def test_where_nothing_was_written_down_everything_is_counted(measures, rows, cast):
    rows["shop.opened", cast.grid.key, date(2011, 8, 1)] = 13395
    assert rebuild() == 1
    assert totals(["shop.opened"], cast.county, date(2011, 8, 1), DAY)["shop.opened"] == 13395


@pytest.mark.django_db
def test_rebuilding_keeps_to_the_measures_and_days_it_is_given(agreeing, rows, cast):
    Rollup.objects.update(amount=9)
    assert rebuild(["shop.checked"]) == 0
    assert rebuild(["shop.opened"], date(2026, 3, 12), date(2026, 3, 31)) == 0
    assert rebuild(["shop.opened"], DAY, DAY) == 1


@pytest.mark.django_db
def test_the_command_reports_or_repairs(agreeing, now):
    Rollup.objects.update(amount=9)
    with pytest.raises(CommandError, match="1 figures differ"):
        call_command("recompute_indicators", "--check")
    with pytest.raises(CommandError, match=r"shop\.opned"):
        call_command("recompute_indicators", "shop.opned")
    out = StringIO()
    call_command("recompute_indicators", "shop.opened", stdout=out)
    call_command("recompute_indicators", "--check", stdout=out)
    assert out.getvalue() == "1 figures differed and are put right.\nAll figures agree.\n"


@pytest.fixture
def by_owner(measures, cast):
    """ "stall.opened", kept by owner too: owner 7 has two in Wang's grid, owner 8 one in Qian's community."""
    counted = {(cast.grid.key, "7"): 2, (cast.areas["510116002001"].key, "8"): 1}

    @measure("stall.opened", "设摊", by=("owner",))
    def recompute(start, end, by=""):
        return [(key, DAY, *([owner] if by else []), n) for (key, owner), n in counted.items() if start <= DAY <= end]

    return counted


@pytest.mark.django_db
def test_what_is_kept_by_a_dimension_is_compared_and_rebuilt_like_the_whole(by_owner, cast, now):
    indicators.add_many([("stall.opened", cast.grid.key, DAY, 2), ("stall.opened/owner", cast.grid.key, DAY, 2, "9")])
    fold()
    assert compare(["stall.opened"], at=now) == 4  # the whole of Qian's community, and the owners 7, 8 and 9
    assert set(Difference.objects.values_list("measure", "item", "rolled", "counted")) == {
        ("stall.opened", "", 0, 1), ("stall.opened/owner", "7", 0, 2), ("stall.opened/owner", "8", 0, 1),
        ("stall.opened/owner", "9", 2, 0)}
    assert (rebuild(["stall.opened"]), compare(["stall.opened"], at=now)) == (4, 0)
    read = by_item(["stall.opened"], "owner", cast.county, DAY, DAY)
    assert {item: figures["stall.opened"] for item, figures in read.items()} == {"7": 2, "8": 1, "9": 0}
    assert set(by_item(["stall.opened"], "owner", cast.town, DAY, DAY)) == {"7", "9"}


@pytest.mark.django_db
def test_the_jobs_may_run_twice(agreeing, cast, now):
    tasks.fold()
    tasks.fold()
    assert tasks.recompute_and_compare() == 0
    assert totals(["shop.opened"], cast.county, DAY, DAY)["shop.opened"] == 7


def elsewhere(work):
    """Do `work` in a connection of its own."""

    def run():
        try:
            work()
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    return thread


@pytest.fixture
def offices(measures, cast):
    """Departments counted as "office.opened"; `meanwhile` is done right after the rows were counted."""
    meanwhile = []

    @measure("office.opened", "设办")
    def recompute(start, end):
        counted = Department.objects.filter(area=cast.county).count()
        while meanwhile:
            elsewhere(meanwhile.pop()).join(timeout=30)
        return [(cast.county.key, DAY, counted)] if start <= DAY <= end else []

    indicators.add("office.opened", cast.county.key, DAY, Department.objects.filter(area=cast.county).count())
    return meanwhile


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("job", [lambda now: compare(at=now), lambda now: rebuild()], ids=["compare", "rebuild"])
def test_work_that_goes_on_is_no_difference(job, offices, cast, now):
    def open_office():
        Department.objects.create(code="new", name="新设部门", area=cast.county)
        indicators.add("office.opened", cast.county.key, DAY)
        fold()

    offices.append(open_office)
    assert job(now) == 0
    assert totals(["office.opened"], cast.county, DAY, DAY)["office.opened"] == 4


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_rebuilds_at_once_correct_an_error_once(offices, cast, now):
    Delta.objects.all().delete()
    start, wrong = Barrier(2), []

    def work():
        start.wait()
        wrong.append(rebuild(["office.opened"]))

    for thread in [elsewhere(work), elsewhere(work)]:
        thread.join(timeout=60)
    assert sorted(wrong) == [0, 1]
    assert totals(["office.opened"], cast.county, DAY, DAY)["office.opened"] == 3
