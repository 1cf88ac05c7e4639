"""What is installed is locked, and no file says from where."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([a-z0-9._-]+)==([^ ;\\]+)", re.M)
REGISTRIES = re.compile(r"registry\.npm|pypi\.org|pythonhosted|npmmirror|//pypi\.|jsdelivr|unpkg|cdnjs")


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / "requirements" / name).read_text()))


def test_developers_run_what_users_run():
    """Both locks may be installed into one environment, in any order."""
    run, dev = pins("run.lock"), pins("dev.lock")
    assert run.items() <= dev.items()


def test_every_pin_has_hashes():
    for lock in (ROOT / "requirements").glob("*.lock"):
        text = lock.read_text()
        assert len(PIN.findall(text)) == len(re.findall(r"^[a-z0-9._-]+==.*\\\n    --hash=sha256:", text, re.M)), lock


def test_no_file_names_a_registry():
    files = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                           capture_output=True, check=True, text=True).stdout.split("\0")
    named = [name for name in files if name and name != "tests/services/test_locks.py" and (ROOT / name).is_file()
             and REGISTRIES.search((ROOT / name).read_text(encoding="utf-8", errors="ignore"))]
    assert not named


def test_the_npm_lock_says_no_address():
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()
