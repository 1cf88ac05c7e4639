"""What the jobs make of the rows: figures, the chain of the log, and statistics for the database's planner."""

from django.db import connection

from shuangliu.audit import chain
from shuangliu.audit.models import Entry
from shuangliu.indicators.models import Rollup
from shuangliu.indicators.recompute import rebuild

from .world import World


def count(world: World) -> int:
    """Count all figures from the rows, as the nightly job would; returns how many there are."""
    rebuild()
    return Rollup.objects.count()


def seal(world: World) -> int:
    """Chain the audit entries that are not yet; returns how many entries there are."""
    chain.seal()
    return Entry.objects.count()


def analyse(world: World) -> int:
    """Tell the database how its tables look now, for so many rows at once it has not noticed yet."""
    # By name: the catalogues that all databases of a server share are not ours to wait for.
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table)}")
    return len(tables)
