"""manage.py serve [--demo]: the whole product in one command: web server, worker and beat.

Nothing is restarted silently: when one of the three ends, it says so and stops the others. Ctrl-C, SIGTERM and even
kill -9 leave no process behind.
"""

import os
import signal
import sys
import threading
import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from shuangliu.accounts.models import User
from shuangliu.demo.accounts import ACCOUNTS, password
from shuangliu.management.addresses import answers, hosts_of, obstacle, url_of
from shuangliu.management.children import Children

START_WITHIN = 60  # seconds
PROCESSES, THREADS = 2, 4  # of the web server: pages are work for the processor, SQLite has one writer anyway


class Command(BaseCommand):
    help = "Run web server, worker and beat until Ctrl-C."

    def add_arguments(self, parser):
        parser.add_argument("--host", default=os.environ.get("HOST") or "127.0.0.1")
        parser.add_argument("--port", type=int, default=os.environ.get("PORT") or 8000)
        parser.add_argument("--demo", action="store_true",
                            help="first bring the database up to date, and load the demo county where it is empty")

    def handle(self, *, host, port, demo, **options):
        if why := obstacle(host, port):
            raise CommandError(f"Port {port} on {host} {why}. Choose another: make run HOST=127.0.0.1 PORT={port + 1}")
        if demo:
            call_command("migrate", verbosity=0)
            call_command("demo", if_empty=True)
        accounts = User.objects.filter(username=ACCOUNTS[0].username).exists()
        connections.close_all()  # children open their own

        asked_to_stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: asked_to_stop.set())
        children = Children()
        env = self._environment(host)
        try:
            for name, command in commands(host, port).items():
                children.start(name, command, env)
            self._wait_until_ready(children, asked_to_stop, host, port, env)
            if not asked_to_stop.is_set():
                self._greet(host, port, accounts)
            while not asked_to_stop.wait(0.2):
                self._all_run(children)
        finally:
            children.stop()
        self.stdout.write("Stopped.")

    def _environment(self, host: str) -> dict[str, str]:
        # People see the product's own error pages, not Django's.
        env = {"SHUANGLIU_DEBUG": "0", "DJANGO_SETTINGS_MODULE": "shuangliu.settings", **os.environ}
        env.setdefault("SHUANGLIU_ALLOWED_HOSTS", ",".join(hosts_of(host)))
        for folder in (settings.STATIC_ROOT, settings.MESSAGES_DIR / "control"):
            folder.mkdir(parents=True, exist_ok=True)
        return env

    def _wait_until_ready(self, children, asked_to_stop, host, port, env) -> None:
        as_host = env["SHUANGLIU_ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".*") or "localhost"
        give_up_at = time.monotonic() + START_WITHIN
        while not answers(host, port, as_host=as_host):
            self._all_run(children)
            if time.monotonic() > give_up_at:
                raise CommandError(f"/readyz did not say 200 within {START_WITHIN} s: stopped.")
            if asked_to_stop.wait(0.1):
                return

    def _all_run(self, children) -> None:
        if fallen := children.fallen():
            raise CommandError("The {} ended by itself (exit code {}): everything is stopped.".format(*fallen))

    def _greet(self, host: str, port: int, accounts: bool) -> None:
        self.stdout.write(f"\nShuangliu 双流 is ready: {url_of(host, port)}")
        if accounts:
            self.stdout.write(f"Demo accounts: {' '.join(account.username for account in ACCOUNTS)}")
            self.stdout.write(f"Password of all: {password()}")
        self.stdout.write("Ctrl-C stops everything.\n")
        self.stdout.flush()


def commands(host: str, port: int) -> dict[str, list[str]]:
    """What runs, by the name that messages give it."""
    # In a container everybody is root: Celery need not say so at each start.
    celery = [sys.executable, "-W", "ignore:::celery.platforms", "-m", "celery", "--quiet", "--app", "shuangliu"]
    return {
        "web server": [
            sys.executable, "-m", "granian", "shuangliu.wsgi:application", "--interface", "wsgi", "--host", host,
            "--port", str(port), "--workers", str(PROCESSES), "--blocking-threads", str(THREADS),
            "--no-access-log", "--log-level", "warning"],
        "worker": [
            *celery, "worker", "--pool", "threads", "--concurrency", "2", "--loglevel", "WARNING",
            "--without-gossip", "--without-mingle", "--without-heartbeat"],
        "beat": [*celery, "beat", "--loglevel", "WARNING"],
    }
