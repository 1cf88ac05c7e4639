"""Keys: where they come from, and what is derived from them."""

import functools
import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def key_from(variable: str, path: Path, *, may_create: bool) -> str:
    """The key in environment `variable`, else in file `path`; made there (mode 600) when `may_create`.

    Raises RuntimeError when there is none and none may be made: a production server with a key of its
    own invention would lock its neighbours out of the data.
    """
    if value := os.environ.get(variable):
        return value
    if path.exists():
        return path.read_text().strip()
    if not may_create:
        raise RuntimeError(f"Set {variable} (a long random text): production does not invent keys.")
    value = secrets.token_urlsafe(48)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # two processes started at once: the first one's key counts
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(value)
    return value


@functools.cache
def derive(secret: str, purpose: str, length: int = 32) -> bytes:
    """`length` bytes for one `purpose` from a secret text (HKDF-SHA256): no key serves two purposes."""
    return HKDF(hashes.SHA256(), length, salt=None, info=purpose.encode()).derive(secret.encode())
