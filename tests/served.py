"""The product as a person starts it, `manage.py serve` on a data folder of its own: for tests/live and journeys."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from shuangliu.management.children import end_after

ROOT = Path(__file__).resolve().parents[1]


def until(is_so: Callable[[], object], patience: float = 30, what: str = "") -> object:
    """Wait until the call gives something true, and return it."""
    give_up_at = time.monotonic() + patience
    while not (found := is_so()):
        assert time.monotonic() < give_up_at, f"not within {patience} s: {what or is_so}"
        time.sleep(0.05)
    return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class Served:
    """One product: embedded (SQLite, messages as files) unless given a Redis."""

    def __init__(self, folder: Path, **env: str):
        self.folder, self.port = folder, free_port()
        folder.mkdir(exist_ok=True)
        self.env = {**os.environ, "DATABASE_URL": "", "REDIS_URL": "", "SHUANGLIU_DATA_DIR": str(folder),
                    "PORT": str(self.port), "HOST": "127.0.0.1", **env}
        self.output = folder / "output"
        self.process = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def manage(self, *arguments: str) -> str:
        """What `manage.py …` on the same data prints. Raises CalledProcessError."""
        return subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=self.env, check=True,
                              capture_output=True, text=True, timeout=300).stdout

    def start(self) -> "Served":
        """Serve, and wait until it says that it is ready."""
        with open(self.output, "w") as output:
            self.process = subprocess.Popen([sys.executable, "manage.py", "serve"], cwd=ROOT, env=self.env,
                                            stdout=output, stderr=output, preexec_fn=end_after(os.getpid()))
        until(lambda: "is ready" in self.said() or self.process.poll() is not None, 90, "serve says that it is ready")
        assert self.process.poll() is None, self.said()
        return self

    def stop(self) -> None:
        """End it, however it stands, and see that nothing is left."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)
        until(lambda: not self.processes(), what="all processes have ended")

    def said(self) -> str:
        return self.output.read_text()

    def get(self, path: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={"Host": "localhost"})
        return connection.getresponse()

    def processes(self) -> dict[int, str]:
        """Everything on this machine that works on the data folder: number and command line."""
        found = {}
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if str(self.folder).encode() in (process / "environ").read_bytes():
                    found[int(process.name)] = (process / "cmdline").read_text().replace("\0", " ")
            except OSError:  # ended meanwhile
                continue
        return found
