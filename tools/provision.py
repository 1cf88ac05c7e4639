"""The programs that the tests use for real: found, or installed where that is allowed, or named in one line."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Need:
    """A program: how it is found, and Debian's package of it."""

    name: str
    find: Callable[[], str | None]
    package: str


def postgres_folder() -> str | None:
    """Where initdb and postgres are: the newest of Debian's versions, else on PATH."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    found = str(versions[-1]) if versions else shutil.which("initdb")
    return str(Path(found).resolve().parent) if found else None


def redis_server() -> str | None:
    return shutil.which("redis-server")


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def chinese_font() -> str | None:
    """Without one, every screenshot is full of boxes and widths are wrong."""
    if not shutil.which("fc-list"):
        return None
    return subprocess.run(["fc-list", ":lang=zh-cn", "file"], capture_output=True, text=True).stdout.strip() or None


POSTGRES = Need("PostgreSQL server", postgres_folder, "postgresql")
REDIS = Need("Redis server", redis_server, "redis-server")
CHROMIUM = Need("Chromium", chromium, "chromium")
FONT = Need("a Chinese font", chinese_font, "fonts-noto-cjk fontconfig")


def provide(*needs: Need) -> None:
    """Install what is missing with apt when root; else exit and say what is missing and how to get it."""
    missing = [need for need in needs if not need.find()]
    if not missing:
        return
    names, packages = ", ".join(need.name for need in missing), " ".join(need.package for need in missing)
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {packages} …", flush=True)
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in ("update -qq", f"install -y -qq --no-install-recommends {packages}"):
            subprocess.run(["apt-get", *command.split()], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        missing = [need for need in missing if not need.find()]
    if missing:
        sys.exit(f"Missing: {names}. As root on Debian or Ubuntu: apt-get install {packages}")
