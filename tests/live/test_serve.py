"""manage.py serve, as a person starts it: everything runs, and nothing stays behind."""

import http.client
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from shuangliu.management.children import end_after

from .conftest import ROOT, until

RECORD_AND_SEAL = """
from django.utils.timezone import now
from shuangliu import audit
from shuangliu.audit.tasks import seal
audit.record("test.sent", None, by=None, at=now())
seal.delay()
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class Product:
    """A served product with a data folder of its own."""

    def __init__(self, folder: Path, redis_url: str = ""):
        self.folder, self.port = folder, free_port()
        self.env = {**os.environ, "DATABASE_URL": "", "REDIS_URL": redis_url, "SHUANGLIU_DATA_DIR": str(folder),
                    "PORT": str(self.port), "HOST": "127.0.0.1"}
        self.output = folder / "output"
        self.process = None

    def manage(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=self.env, check=True,
                              capture_output=True, text=True, timeout=120)

    def start(self) -> "Product":
        with open(self.output, "w") as output:
            self.process = subprocess.Popen([sys.executable, "manage.py", "serve"], cwd=ROOT, env=self.env,
                                            stdout=output, stderr=output, preexec_fn=end_after(os.getpid()))
        until(lambda: "is ready" in self.said() or self.process.poll() is not None, what="serve says that it is ready")
        assert self.process.poll() is None, self.said()
        return self

    def said(self) -> str:
        return self.output.read_text()

    def get(self, path: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={"Host": "localhost"})
        return connection.getresponse()

    def processes(self) -> list[str]:
        """Everything on this machine that works on the data folder."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if str(self.folder).encode() in (process / "environ").read_bytes():
                    found.append((process / "cmdline").read_text().replace("\0", " "))
            except OSError:  # ended meanwhile
                continue
        return found

    def is_sealed(self) -> bool:
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
    if product.process and product.process.poll() is None:
        product.process.kill()
    until(lambda: not product.processes(), what="all processes have ended")


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
    assert product.processes() == []
    assert product.said().endswith("Stopped.\n")
    assert "Traceback" not in product.said()


def test_killed_it_leaves_nothing_behind(product):
    product.start().process.kill()
    product.process.wait()
    until(lambda: not product.processes(), what="the children have heard of it")


@pytest.mark.parametrize("part", ["worker", "beat", "granian"])
def test_when_a_part_dies_it_says_so_and_stops(product, part):
    product.start()
    (victim, *_) = sorted(
        int(process.name) for process in Path("/proc").glob("[0-9]*")
        if re.search(rf"celery.* {part} |-m {part} ", (process / "cmdline").read_text().replace("\0", " "))
        and str(product.folder).encode() in (process / "environ").read_bytes())
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
                           f"Choose another: make run PORT={product.port + 1}\n")
