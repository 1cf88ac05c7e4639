"""Tests on real services: `make test` gives them a PostgreSQL and a Redis (tools/test.py).

Nothing here sleeps and hopes: `until(…)` waits for what must happen and fails after its patience.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from shuangliu.celery import app
from shuangliu.management.children import end_after
from tests.served import ROOT, until


def pytest_collection_modifyitems(items):
    if settings.DATABASE_URL and settings.REDIS_URL:
        return
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL and Redis: make test brings them"))


def test_database_env() -> dict[str, str]:
    """The environment in which another process works on the database of this test."""
    at = connection.settings_dict
    host = at["HOST"].replace("/", "%2F")
    return {**os.environ, "DATABASE_URL": f"postgres://{at['USER']}@{host}/{at['NAME']}"}


test_database_env.__test__ = False


def manage(*arguments: str) -> subprocess.Popen:
    """Another process: manage.py … on the database of this test."""
    return subprocess.Popen([sys.executable, "manage.py", *arguments], cwd=ROOT, env=test_database_env(), text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=end_after(os.getpid()))


@contextmanager
def worker() -> Iterator[subprocess.Popen]:
    """A real Celery worker on the database of this test and on Redis, ready to work; killed at the end."""
    command = [sys.executable, "-m", "celery", "--quiet", "--app", "shuangliu", "worker", "--pool", "threads",
               "--concurrency", "2", "--loglevel", "WARNING"]
    process = subprocess.Popen(command, cwd=ROOT, env=test_database_env(), preexec_fn=end_after(os.getpid()))
    try:
        until(lambda: app.control.ping(timeout=0.2), what="the worker answers")
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


@pytest.fixture(autouse=True)
def _empty_broker():
    """No message of another test is left."""
    app.control.purge()
