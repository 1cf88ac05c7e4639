"""The uploaded file, encrypted, in the folder of files."""

import io
import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings

from shuangliu.privacy import files


def keep(source: IO[bytes]) -> tuple[str, int]:
    """Its name from now on, and its bytes. Written whole or not at all."""
    name = f"imports/{secrets.token_hex(16)}"
    target = _path(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        size = files.seal(source, file)
    os.replace(unfinished, target)
    return name, size


@contextmanager
def opened(name: str):
    with io.BufferedReader(files.Sealed(open(_path(name), "rb")), 1 << 18) as file:
        yield file


def forget(name: str) -> None:
    _path(name).unlink(missing_ok=True)


def _path(name: str) -> Path:
    return Path(settings.MEDIA_ROOT) / name
