"""How many pages of 8 kB PostgreSQL reads for a queue, whoever asks: time changes with the machine, this does not."""

from collections.abc import Iterator
from statistics import quantiles

from django.db import connection

from grids.roles import Role
from incidents.models import Incident
from incidents.worklist import BY_DUE, rows_of_tab
from shuangliu.accounts.models import User
from shuangliu.demo.world import World

from ..measure import Result

DESKS, ROWS = 50, 50


def buffers(world: World) -> Iterator[Result]:
    """95 % of fifty desks of every tier read no more than this; beside the same rows by their primary key."""
    desks = [world.one(Role.COUNTY_DISPATCH, world.county)]
    desks += [world.one(Role.SUBCENTER, town) for town in world.towns]
    desks += [world.one(Role.WORKSTATION, community) for community in world.communities[::3]]
    for tab in ("waiting", "open"):
        read, least = [], []
        for desk in desks[:DESKS]:
            page = rows_of_tab(tab, User.objects.get(pk=desk.pk)).for_queue().order_by(*BY_DUE)[:ROWS]
            if found := [row.pk for row in page]:
                read.append(_read(page))
                least.append(_read(Incident.objects.for_queue().filter(pk__in=found)))
        yield Result.of(f"buffers-{tab}", _p95(read), _p95(least), "buffers", Incident.objects.count())


def _read(rows) -> int:
    sql, params = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", params)
        plan = cursor.fetchone()[0][0]["Plan"]
    return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]


def _p95(numbers: list[int]) -> float:
    return quantiles(numbers, n=20)[-1]
