"""The whole suite, with everything it needs: python -m tools.test [fast] [postgres] [live] [journeys]

fast      all tests but the last two and the slow ones, on SQLite
postgres  the same and the slow ones on a private PostgreSQL
live      jobs through a private Redis and real worker processes
journeys  the product in a headless Chromium
Without a name, all of them. What they need is installed where that is allowed; whatever was started is stopped.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from tools.provision import CHROMIUM, FONT, POSTGRES, REDIS, provide
from tools.services import postgres, redis

NEEDS = {"fast": [], "postgres": [POSTGRES], "live": [POSTGRES, REDIS], "journeys": [CHROMIUM, FONT]}
# A module stays with one process: what it has loaded once is not loaded by the other again.
ORDINARY = ["tests", "--ignore=tests/live", "--ignore=tests/journeys", "-n", "2", "--dist", "loadscope"]
TESTS = {"fast": [*ORDINARY, "-m", "not slow"], "postgres": ORDINARY, "live": ["tests/live"],
         "journeys": ["tests/journeys"]}


def main(stages: list[str]) -> None:
    if unknown := set(stages) - set(TESTS):
        sys.exit(f"No such tests: {' '.join(unknown)}. There are: {' '.join(TESTS)}")
    stages = [stage for stage in TESTS if stage in stages] or list(TESTS)
    # Ctrl-C already leaves every `with`; so shall a CI that asks us to end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Asked to stop."))
    provide(*dict.fromkeys(need for stage in stages for need in NEEDS[stage]))
    results = {}
    for stage in stages:
        print(f"\n=== {stage}", flush=True)
        began = time.monotonic()
        with environment(stage) as env:
            results[stage] = run(env, "-m", "pytest", *TESTS[stage]), time.monotonic() - began
    print()
    for stage, (code, seconds) in results.items():
        killed = f"  (ended by {signal.Signals(-code).name})" if code < 0 else ""
        print(f"{'FAILED' if code else 'passed'}  {stage:<10}{seconds:>6.0f} s{killed}")
    sys.exit(any(code for code, _ in results.values()))


@contextmanager
def environment(stage: str) -> Iterator[dict[str, str]]:
    """The variables of one stage: a data folder of its own, and the services it uses while the block lasts."""
    with ExitStack() as stack:
        env = {name: value for name, value in os.environ.items() if not name.startswith("SHUANGLIU_")}
        env |= {"DATABASE_URL": "", "REDIS_URL": "", "PYTHONUNBUFFERED": "1"}
        env["SHUANGLIU_DATA_DIR"] = stack.enter_context(tempfile.TemporaryDirectory(prefix="shuangliu-", dir="/tmp"))
        if stage in {"postgres", "live"}:
            env["DATABASE_URL"] = stack.enter_context(
                postgres(fsync="off", synchronous_commit="off", full_page_writes="off"))
            # As in production, but for the encrypted line to the browser: static files by their manifest.
            env |= {"SHUANGLIU_SECRET_KEY": "of-the-tests-alone", "SHUANGLIU_FIELD_KEY": "of-the-tests-alone",
                    "SHUANGLIU_HTTPS": "0"}
            run(env, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
        if stage == "live":
            env["REDIS_URL"] = stack.enter_context(redis())
        yield env


def run(env: dict[str, str], *command: str) -> int:
    return subprocess.run([sys.executable, *command], env=env).returncode


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("Stopped.")
