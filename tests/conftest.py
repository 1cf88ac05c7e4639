"""What every test may use."""

import os
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import caches
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from grids import locate
from shuangliu.pages import remembered
from tests.stage import Props, Stage, wanted

SHANGHAI = ZoneInfo("Asia/Shanghai")
# A Wednesday morning in working hours: the moment at which the stories are told unless they say otherwise.
NOW = datetime(2026, 3, 11, 9, 30, tzinfo=SHANGHAI)

# A busy machine is no failure. CI looks at the same examples each time, a developer at new ones.
hypothesis.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow],
                            derandomize="CI" in os.environ)
hypothesis.load_profile("patient")


def pytest_collection_modifyitems(config, items):
    """What needs PostgreSQL is skipped elsewhere. What says that it uses no database runs once, on SQLite."""
    on_postgres, once = connection.vendor == "postgresql", []
    for item in items:
        if item.get_closest_marker("postgres") and not on_postgres:
            item.add_marker(pytest.mark.skip(reason="needs a real PostgreSQL (make test runs it there)"))
        if item.get_closest_marker("once"):
            if item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(item.fixturenames):
                raise pytest.UsageError(f"{item.nodeid} uses the database: it runs on both, without the mark `once`")
            once.append(item)
    if on_postgres and once:
        config.hook.pytest_deselected(items=once)
        items[:] = [item for item in items if not item.get_closest_marker("once")]


@pytest.fixture(autouse=True)
def _clean_memory(settings, tmp_path):
    """No file and nothing remembered in the process outlives a test."""
    settings.MEDIA_ROOT = tmp_path / "files"
    # Else each client looks at every static file there is before its first request: a fifth of all the time.
    settings.WHITENOISE_AUTOREFRESH = True
    for cache in caches.all(initialized_only=True):
        cache.clear()
    locate.forget()
    remembered.forget_all()


@pytest.fixture
def application(db):
    """The product as servers call it, in the transaction of the test: a request does not close its connection."""
    product, signals = get_wsgi_application(), (request_started, request_finished)

    def call(environ, start_response):
        for signal in signals:
            signal.disconnect(close_old_connections)  # each time: Django's own test client puts it back
        return product(environ, start_response)

    yield call
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def now():
    """The moment of the story. The wall clock stands still at it for the test."""
    with time_machine.travel(NOW, tick=False):
        yield NOW


@pytest.fixture(scope="session")
def boards(django_db_setup, django_db_blocker):
    """What is in the database around the transactions of the tests: see stage.py."""
    stage = Stage(NOW)
    yield stage
    with django_db_blocker.unblock():
        stage.clear()


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup(fixturedef, request):
    """The stage is set before the transaction of the test begins."""
    if fixturedef.argname == "_django_db_helper":
        stage = request.getfixturevalue("boards")
        with request.getfixturevalue("django_db_blocker").unblock():
            stage.set(wanted(request.node))


@pytest.fixture
def props(boards, db) -> Props:
    """What stands on the stage, as copies of the test's own."""
    return boards.props()


@pytest.fixture
def cast(props):
    """The fixed cast of tests/cast.py."""
    return props["cast"]


@pytest.fixture
def kinds(props):
    """Categories by code: see tests/incidents/story.py."""
    return props["kinds"]


@pytest.fixture
def browser():
    """`browser(user)` is a Django test client in which the user is signed in; None for a stranger."""

    def sign_in(user=None) -> Client:
        client = Client()
        if user is not None:
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
