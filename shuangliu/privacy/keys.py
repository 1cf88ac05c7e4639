"""Keys: where they come from, and what is derived from them."""

import functools
import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SHORTEST = 16  # characters of a key


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
    value = new_key()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # two processes started at once: the first one's key counts
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(value)
    return value


def numbered_keys(variable: str, path: Path, first: str) -> dict[int, str]:
    """The keys by number in environment `variable` ("2=…,1=…"), else in file `path` (a line each); else `first` alone
    as number 1. The newest, with the highest number, encrypts; all decrypt. Raises RuntimeError.
    """
    said = os.environ.get(variable) or (path.read_text() if path.exists() else "")
    lines = [line.strip() for line in said.replace(",", "\n").splitlines() if line.strip()]
    keys = {}
    for line in lines:
        number, equals, secret = line.partition("=")
        if not (equals and number.strip().isdecimal() and int(number) > 0 and len(secret.strip()) >= SHORTEST):
            raise RuntimeError(f"{variable}: each key is written number=text, the text of {SHORTEST} characters or "
                               "more.")
        if int(number) in keys:
            raise RuntimeError(f"{variable}: there are two keys of number {int(number)}.")
        keys[int(number)] = secret.strip()
    return keys or {1: first}


def new_key() -> str:
    """A long random text."""
    return secrets.token_urlsafe(48)


@functools.cache
def derive(secret: str, purpose: str, length: int = 32, digest: str = "sha256") -> bytes:
    """`length` bytes for one `purpose` from a secret text (HKDF): no key serves two purposes."""
    algorithm = {"sha256": hashes.SHA256, "sm3": hashes.SM3}[digest]()
    return HKDF(algorithm, length, salt=None, info=purpose.encode()).derive(secret.encode())
