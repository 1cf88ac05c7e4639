"""Processes that live and die together with the one that started them."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress

PATIENCE = 15  # seconds to finish what is being done
PR_SET_PDEATHSIG = 1
# Looked up before forking; Linux alone has prctl.
_prctl = getattr(ctypes.CDLL(None), "prctl", None)


class Children:
    """Started one by one, stopped all at once. Each has a session of its own, so that Ctrl-C reaches only the
    parent, which stops them in order; and each is told by the kernel (Linux) when the parent is killed."""

    def __init__(self):
        self.running: dict[str, subprocess.Popen] = {}

    def start(self, name: str, command: list[str], env: dict[str, str]) -> None:
        self.running[name] = subprocess.Popen(  # noqa: S603 - our own command
            command, env=env, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=end_after(os.getpid()))

    def fallen(self) -> tuple[str, int] | None:
        """Name and exit code of one that ended by itself; None while all run."""
        for name, child in self.running.items():
            if child.poll() is not None:
                return name, child.returncode
        return None

    def stop(self) -> None:
        """Ask all to end, wait for PATIENCE, then end them with everything that they have started."""
        for child in self.running.values():
            if child.poll() is None:
                child.terminate()
        give_up_at = time.monotonic() + PATIENCE
        for child in self.running.values():
            with suppress(subprocess.TimeoutExpired):
                child.wait(max(0.0, give_up_at - time.monotonic()))
            _end_group(child)
        self.running.clear()


def end_after(parent: int, by: signal.Signals = signal.SIGTERM) -> Callable[[], None]:
    """A preexec_fn for Popen: the child gets the signal `by` when the process `parent` (ours) ends, however it ends."""

    def ask_the_kernel():
        if _prctl is not None:
            _prctl(PR_SET_PDEATHSIG, by)
        if os.getppid() != parent:  # the parent has gone between the fork and this line
            os._exit(1)

    return ask_the_kernel


def _end_group(child: subprocess.Popen) -> None:
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    child.wait()
