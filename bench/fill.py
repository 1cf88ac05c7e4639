"""The demo county with everybody in it, and as many incidents as are asked for."""

import csv
from datetime import datetime
from pathlib import Path

from django.db import connection, transaction
from django.db.models import CharField, Count
from django.db.models.functions import Cast, TruncDate
from django.utils.timezone import get_default_timezone
from psycopg2.extras import execute_values
from shapely.geometry import shape

from grids.models import Level
from grids.roles import Role
from hotline.models import Article, Channel, Ticket
from incidents.measures import TALLIES
from incidents.models import Category, Incident
from patrol.models import CheckIn
from shuangliu.demo import accounts, areas, catalogues, departments, posts, territory
from shuangliu.demo.happenings import TEXTS
from shuangliu.demo.world import World
from shuangliu.indicators.counting import hour_of
from shuangliu.indicators.registry import shelf

INCIDENTS, TICKETS, ARTICLES, PATROLS = (Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")
                                         for name in ("fill", "tickets", "articles", "patrols"))


@transaction.atomic
def county(at: datetime) -> World:
    """Areas, departments, people and catalogues of the demo county, and what fill.sql picks from."""
    world = World(at=at, territory=territory.load())
    for step in (areas, departments, accounts, posts, catalogues):
        step.load(world)
    with connection.cursor() as cursor:
        for table, columns, rows in _choices(world):
            cursor.execute(f"CREATE TABLE {table} (n serial, {columns})")
            names = ", ".join(column.split()[0] for column in columns.split(", "))
            execute_values(cursor.cursor, f"INSERT INTO {table} ({names}) VALUES %s", rows)  # noqa: S608
    return world


def incidents(rows: int, waiting: int, at: datetime) -> None:
    """So many, of which about `waiting` are open, with their figures, ready to be read; and a clock of some other
    matter for every twentieth, none of which is due."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # what they refer to is there
        cursor.execute(INCIDENTS, {"rows": rows, "waiting": waiting, "at": at})
        for tally in TALLIES:
            _roll_up(cursor, tally)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def tickets() -> None:
    """One for each incident, for the paths of the hotline; the others need none."""
    if not Ticket.objects.filter(channel=Channel.OPEN311).exists():  # some have come by the portal
        _add(TICKETS, {}, "hotline_ticket", "hotline_ticketmove")


def articles(rows: int, at: datetime) -> None:
    """So many in the knowledge base."""
    if not Article.objects.exists():
        _add(ARTICLES, {"rows": rows, "at": at}, "hotline_article")


def patrols(rows: int, at: datetime) -> None:
    """So many check-ins, with their shifts and figures."""
    if not CheckIn.objects.exists():
        _add(PATROLS, {"rows": rows, "at": at}, "patrol_checkin", "patrol_shift", "patrol_shiftstop",
             "indicators_rollup")


def _add(sql: str, params: dict, *tables: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # what they refer to is there
        cursor.execute(sql, params)
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM ANALYZE {', '.join(tables)}")


def _choices(world: World):
    """Tables of fill.sql: name, columns, rows."""
    def holder(role: Role, place):
        return world.one(role, place).pk

    yield "bench_place", ("name text, grid_id bigint, key bigint, longitude float8, latitude float8, "
                          "worker_id bigint, station_id bigint, subcenter_id bigint"), [
        (grid.name, grid.pk, grid.key, point.x, point.y, holder(Role.GRID_WORKER, grid),
         holder(Role.WORKSTATION, grid.parent), holder(Role.SUBCENTER, world.town_of(grid)))
        for grid in world.grids for point in [shape(grid.outline).representative_point()]
    ]
    kinds = Category.objects.exclude(parent=None).filter(is_dispute=False)
    yield "bench_kind", "id bigint", list(kinds.values_list("id"))
    offices = [office for office in world.departments.values() if office.area.level == Level.COUNTY]
    yield "bench_office", "id bigint, handler_id bigint", [
        (office.pk, holder(Role.DEPT_HANDLER, office)) for office in offices]
    yield "bench_words", "said text, reply text", _words()


def _words() -> list[tuple[str, str]]:
    """What the demo's people report and reply: some two hundred texts, all words of the trade."""
    with (TEXTS / "incidents.csv").open(encoding="utf-8", newline="") as file:
        return [(said, row["reply"]) for row in csv.DictReader(file) for said in row["description"].split("|")]


def _roll_up(cursor, tally) -> None:
    """The figures of one measure, as the nightly job would count them."""
    for dimension in ("", *tally.by):
        groups = ["community_key", TruncDate(tally.moment, tzinfo=get_default_timezone())]
        if dimension:
            groups.insert(0, Cast(hour_of(tally.moment), CharField()))
        counted = (Incident.objects.filter(tally.rows, **{f"{tally.moment}__isnull": False}).order_by()
                   .values_list(*groups).annotate(n=Count("*")))
        of = "" if dimension else "'', "
        sql, params = counted.query.sql_with_params()
        cursor.execute(
            "INSERT INTO indicators_rollup (measure, item, area_key, day, amount) "  # noqa: S608
            f"SELECT %s, {of}counted.* FROM ({sql}) AS counted",
            [shelf(tally.name, dimension), *params])
