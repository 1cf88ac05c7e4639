"""A virtual environment that holds what lock files say; nothing happens when it does already.

    python3 -m tools.environment .venv requirements/run.lock

Runs on the bare Python of the machine: standard library only.
"""

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)


def provide(folder: Path, *locks: Path) -> Path:
    """Make the environment where it is missing, install each lock file that changed; returns its Python.

    Exits with one clear line where this machine's Python cannot do that.
    """
    if sys.version_info < OLDEST:
        sys.exit(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}. "
                 "Name another one: make PYTHON=python3.12 …")
    python = folder / "bin" / "python"
    if not _works(python):
        if importlib.util.find_spec("ensurepip") is None:
            sys.exit("Python's venv module is incomplete here. On Debian and Ubuntu: apt-get install python3-venv")
        print(f"Making {folder} …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
    for lock in locks:
        stamp = folder / f"installed-{lock.name}"
        said = hashlib.sha256(lock.read_bytes()).hexdigest()
        if not stamp.exists() or stamp.read_text() != said:
            print(f"Installing {lock} …", flush=True)
            _install(python, lock)
            stamp.write_text(said)
    return python


def _works(python: Path) -> bool:
    # A moved checkout or a Python that was upgraded away leaves an environment that cannot start.
    return python.exists() and subprocess.run([python, "-m", "pip", "--version"], capture_output=True).returncode == 0


def _install(python: Path, lock: Path) -> None:
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes",
               "--requirement", lock]
    if subprocess.run(command).returncode:
        sys.exit(f"Installing {lock} failed (see above); is the package index within reach?")


if __name__ == "__main__":
    provide(Path(sys.argv[1]), *map(Path, sys.argv[2:]))
