"""All paths over each size, one after the other, each also beside itself over the fewest rows."""

import sys
from collections.abc import Iterator
from contextlib import nullcontext

from django.core.management import call_command
from django.db import connection
from django.utils.timezone import now

from . import fill
from .databases import Database
from .measure import Case, Result, growth, measure
from .paths import PATHS


def run(sizes: list[int], waiting: int, only: list[str]) -> Iterator[Result]:
    """The results as they are known. `waiting` incidents are open in each size: history grows, work in hand does not.
    Exits when there is no path of such a name."""
    if strange := set(only) - set(PATHS):
        sys.exit(f"bench: no path {', '.join(sorted(strange))}; there are {', '.join(PATHS)}")
    template = connection.settings_dict["NAME"]
    call_command("migrate", verbosity=0)
    world = fill.county(now())
    connection.close()
    over_few = {}
    for rows in sizes:
        database = Database.copy(template, f"{template}_{rows}")
        database.use()
        fill.incidents(rows, min(waiting, rows // 20), world.at)
        for case in (case for name in only or PATHS for case in PATHS[name](world)):
            yield (measure(case, rows) if isinstance(case, Case) else case).say()
            if not isinstance(case, Case) or case.around is not nullcontext:
                continue
            over_few.setdefault(case.name, _at(database, case))
            if rows > sizes[0]:
                yield growth(case.name, _at(database, case), over_few[case.name], rows).say()
                database.use()


def _at(database: Database, case: Case):
    """The path, in this database."""

    def call():
        database.use()
        case.value()

    return call
