"""Where the files lie: encrypted, never in clear on a disk, and gone after a day."""

import io
import tempfile
from typing import IO
from uuid import uuid4

from django.core.files import File
from django.core.files.storage import default_storage

from shuangliu.privacy.files import Sealed, seal


def keep(content: IO[bytes]) -> str:
    """Returns the name under which it lies."""
    with tempfile.TemporaryFile() as sealed:
        seal(content, sealed)
        sealed.seek(0)
        return default_storage.save(f"exports/{uuid4().hex}", File(sealed))


def read(name: str) -> IO[bytes]:
    """In clear, piece by piece while it is read."""
    return io.BufferedReader(Sealed(default_storage.open(name)))


def remove(name: str) -> None:
    default_storage.delete(name)
