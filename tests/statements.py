"""What an act costs the database."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext


def statements(act: Callable) -> int:
    """How many statements `act` takes, when what is remembered has been read: it is done twice."""
    act()
    with CaptureQueriesContext(connection) as queries:
        act()
    return len(queries)
