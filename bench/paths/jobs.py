"""What runs without anybody asking: the sweep of clocks and the fold of figures. What writes is undone, untimed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction

from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.demo.world import World
from shuangliu.indicators.folding import fold

from ..floors import recorded, replay
from ..measure import Case

# A step has some twenty statements with all who hear of it, and what is swept days ahead takes two or three of them: a
# hundred clocks tell what a thousand do, in a minute and not in ten.
DUE, CHANGES = 100, 10_000
# Ten thousand incidents reported in the last month.
CHANGE = """
    INSERT INTO indicators_delta (measure, area_key, day, item, amount)
    SELECT 'incident.reported', key - key %% 1000000, current_date - i %% 30, '', 1
    FROM generate_series(1, %s) AS i JOIN bench_place ON n = 1 + i * 7 %% (SELECT count(*) FROM bench_place)
"""
PLAIN = """
    INSERT INTO bench_figure
    SELECT measure, area_key, day, SUM(amount) FROM indicators_delta GROUP BY measure, area_key, day
"""


def sweep(world: World) -> Iterator[Case]:
    """With nothing due, however many are open, and with a hundred clocks due: beside the SQL alone."""
    running = Deadline.objects.filter(next_check_at__isnull=False).order_by("next_check_at")
    soon = list(running.values_list("next_check_at", flat=True)[:DUE])
    yield _swept("nothing-due", world.at)
    yield _swept(f"{len(soon)}-due", soon[-1], around=_undone)


def folding(world: World) -> Iterator[Case]:
    """Ten thousand changes into the rollups, beside a plain INSERT … SELECT of the same into an empty table."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE IF NOT EXISTS bench_figure "
                       "(measure varchar, area_key bigint, day date, amount bigint)")

    @contextmanager
    def changed():
        with _undone(), connection.cursor() as cursor:
            cursor.execute(CHANGE, [CHANGES])
            yield

    yield Case("fold", fold, lambda: _run(PLAIN), around=changed)


def _swept(name: str, at: datetime, **more) -> Case:
    with _undone():
        statements = recorded(lambda: escalate_overdue(at))
    return Case(f"sweep-{name}", lambda: escalate_overdue(at), transaction.atomic(lambda: replay(statements)), **more)


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@contextmanager
def _undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
