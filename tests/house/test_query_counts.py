"""A list page costs the same queries for 5 rows as for 50.

An app's tests/<app>/samples.py names its lists: LISTS = {route: (person, function(cast, n) that makes n rows)}.
"""

from importlib import import_module
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

TESTS = Path(__file__).resolve().parents[1]


def collect() -> dict:
    lists = {}
    for path in sorted(TESTS.glob("*/samples.py")):
        if path.parent.name != "house":
            lists |= getattr(import_module(f"tests.{path.parent.name}.samples"), "LISTS", {})
    return lists


LISTS = collect()


def cost(client, url: str) -> int:
    client.get(url)  # whatever is remembered after the first visit
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("route", LISTS)
def test_more_rows_cost_no_more_queries(route, cast, browser, now):
    person, make = LISTS[route]
    client, url = browser(getattr(cast, person)), reverse(route)
    make(cast, 5)
    few = cost(client, url)
    make(cast, 45)
    assert cost(client, url) == few


def test_the_lists_of_the_main_job_are_among_them():
    assert {"incidents:incident-list", "mediation:case-list"} <= set(LISTS)
