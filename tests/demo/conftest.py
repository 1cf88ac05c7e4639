"""The demo county, loaded once for all tests of a module: it takes its time."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings

from grids import locate
from shuangliu.deadlines import calendars
from shuangliu.demo.load import load
from tests.conftest import NOW


@contextmanager
def loaded_once(scale: str, folder, blocker, boards):
    """The county in the test database until the block ends; each test's own changes are taken back before."""
    with blocker.unblock():
        boards.clear()
    with blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=folder):
        calendars.forget()
        steps = {}
        with time_machine.travel(NOW, tick=False):
            load(scale, at=NOW, report=lambda name, count, seconds: steps.update({name: count}))
        yield SimpleNamespace(at=NOW, steps=steps)
        boards.clear()
        transaction.set_rollback(True)
        locate.forget()


@pytest.fixture(scope="module")
def tiny_once(boards, django_db_blocker, tmp_path_factory):
    with loaded_once("tiny", tmp_path_factory.mktemp("files"), django_db_blocker, boards) as loaded:
        yield loaded


@pytest.fixture(scope="module")
def county_once(boards, django_db_blocker, tmp_path_factory):
    with loaded_once("county", tmp_path_factory.mktemp("files"), django_db_blocker, boards) as loaded:
        yield loaded


@pytest.fixture
def tiny(tiny_once, db, now):
    """The tiny county at its own moment, at which time stands still."""
    return tiny_once


@pytest.fixture
def county(county_once, db, now):
    return county_once
