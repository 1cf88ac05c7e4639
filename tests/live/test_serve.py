"""manage.py serve, as a person starts it: everything runs, and nothing stays behind."""

import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings

from tests.served import ROOT, Served, until

RECORD_AND_SEAL = """
from django.utils.timezone import now
from shuangliu import audit
from shuangliu.audit.tasks import seal
audit.record("test.sent", None, by=None, at=now())
seal.delay()
"""


class Product(Served):
    def is_sealed(self) -> bool:
        """Has the job linked an entry of the audit log?"""
        with sqlite3.connect(f"file:{self.folder}/shuangliu.sqlite3?mode=ro", uri=True) as database:
            return database.execute("SELECT count(*) FROM audit_entry WHERE seq IS NOT NULL").fetchone()[0] > 0


@pytest.fixture(scope="module")
def migrated(tmp_path_factory):
    """A data folder with an empty database."""
    folder = tmp_path_factory.mktemp("migrated")
    Product(folder).manage("migrate", "--verbosity", "0")
    return folder


@pytest.fixture
def product(tmp_path, migrated):
    product = Product(shutil.copytree(migrated, tmp_path / "data"))
    yield product
    product.stop()


def test_it_serves_and_works_without_any_other_service(product):
    product.start()
    assert json.loads(product.get("/readyz").read())["status"] == "ok"
    assert f"http://127.0.0.1:{product.port}/" in product.said()
    assert len(product.processes()) >= 5  # serve, the web server and its processes, worker, beat
    product.manage("shell", "--no-imports", "-c", RECORD_AND_SEAL)
    until(product.is_sealed, what="the worker has taken the message and sealed the entry")


def test_people_see_the_products_own_error_page(product):
    answer = product.start().get("/nowhere/")
    page = answer.read().decode()
    assert answer.status == 404
    assert "404" in page
    assert "DEBUG" not in page


def test_beat_lets_jobs_run_by_themselves(product):
    product.manage("shell", "--no-imports", "-c", RECORD_AND_SEAL.replace("seal.delay()", ""))
    product.start()
    until(product.is_sealed, patience=90, what="the job of every minute has run")


def test_redis_carries_the_messages_where_it_is_given(tmp_path, product):
    product.env["REDIS_URL"] = settings.REDIS_URL
    product.start()
    product.manage("shell", "--no-imports", "-c", RECORD_AND_SEAL)
    until(product.is_sealed)
    assert not (product.folder / "messages" / "control" / "celery.exchange").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_stop_it_stops_everything(product, number):
    product.start().process.send_signal(number)
    assert product.process.wait(20) == 0
    assert product.processes() == {}
    assert product.said().endswith("Stopped.\n")
    assert "Traceback" not in product.said()


def test_killed_it_leaves_nothing_behind(product):
    product.start().process.kill()
    product.process.wait()
    until(lambda: not product.processes(), what="the children have heard of it")


@pytest.mark.parametrize("part", ["worker", "beat", "granian"])
def test_when_a_part_dies_it_says_so_and_stops(product, part):
    product.start()
    victim = min(number for number, command in product.processes().items()
                 if re.search(rf"-m celery .* {part} |-m {part} ", command))
    os.kill(victim, signal.SIGKILL)
    assert product.process.wait(20) == 1
    assert "ended by itself (exit code -9): everything is stopped." in product.said()
    until(lambda: not product.processes())


def test_a_port_that_is_taken_is_one_clear_line(product):
    with socket.create_server(("127.0.0.1", product.port)):
        done = subprocess.run([sys.executable, "manage.py", "serve"], cwd=ROOT, env=product.env, capture_output=True,
                              text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr == (f"CommandError: Port {product.port} on 127.0.0.1 is taken. "
                           f"Choose another: make run HOST=127.0.0.1 PORT={product.port + 1}\n")
