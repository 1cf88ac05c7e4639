"""A PostgreSQL and a Redis of our own, on a socket and a free port, gone when the block is left.

They end with this process even when it is killed (Linux): the kernel tells them.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from shuangliu.management.children import end_after
from tools.provision import POSTGRES, REDIS, provide

START_WITHIN = 30  # seconds


@contextmanager
def postgres(**options: str) -> Iterator[str]:
    """DATABASE_URL of an empty database in a fresh cluster; `options` are settings of the server."""
    provide(POSTGRES)
    folder = Path(POSTGRES.find())
    with _folder() as home:
        owner = _owner(home)
        _run([folder / "initdb", "--pgdata", home / "data", "--username", "test", "--auth", "trust",
              "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"], owner, home)
        options = {"listen_addresses": "", "unix_socket_directories": str(home), "max_wal_size": "2GB", **options}
        command = [folder / "postgres", "-D", home / "data"]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        # SIGQUIT: at once, but with its shared memory given back.
        # A socket alone says little: at first it answers that the system is starting up.
        asks = [folder / "pg_isready", "--quiet", "--host", home]
        with _running(command, owner, home, signal.SIGQUIT, lambda: subprocess.run(asks).returncode == 0):
            _run([folder / "createdb", "--host", home, "--username", "test", "shuangliu"], owner, home)
            yield f"postgres://test@{quote(str(home), safe='')}/shuangliu"


@contextmanager
def redis() -> Iterator[str]:
    """REDIS_URL of an empty Redis."""
    provide(REDIS)
    with _folder() as home, socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
        probe.close()
        command = [REDIS.find(), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", home]
        with _running(command, {}, home, signal.SIGTERM, lambda: _takes_calls("127.0.0.1", port)):
            yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def _folder() -> Iterator[Path]:
    # Directly under /tmp: the path of a socket may have no more than 107 bytes.
    home = Path(tempfile.mkdtemp(prefix="shuangliu-", dir="/tmp"))
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _owner(home: Path) -> dict:
    """PostgreSQL refuses to be run by root: the user for Popen, who owns the folder."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    name = "postgres" if "postgres" in names else "nobody"
    shutil.chown(home, name)
    return {"user": name, "group": pwd.getpwnam(name).pw_gid, "extra_groups": []}


def _run(command: list, owner: dict, home: Path) -> None:
    env = {**os.environ, "HOME": str(home)}
    done = subprocess.run(command, **owner, cwd=home, env=env, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{Path(command[0]).name} failed: {done.stderr.strip()}")


@contextmanager
def _running(command: list, owner: dict, home: Path, stop: signal.Signals, is_ready: Callable[[], bool]) -> Iterator:
    with open(home / "log", "w+") as log:
        server = subprocess.Popen(command, **owner, cwd=home, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                  start_new_session=True, preexec_fn=end_after(os.getpid(), stop))
        try:
            give_up_at = time.monotonic() + START_WITHIN
            while not is_ready():
                if server.poll() is not None or time.monotonic() > give_up_at:
                    log.seek(0)
                    sys.exit(f"{Path(command[0]).name} did not start: {log.read()[-500:].strip()}")
                time.sleep(0.02)
            yield
        finally:
            server.send_signal(stop)
            with suppress(subprocess.TimeoutExpired):
                server.wait(10)
            server.kill()


def _takes_calls(*address) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(address) == 0
