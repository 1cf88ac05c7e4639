"""Where the files lie: encrypted as the fields of the database are, and gone after a day."""

import base64
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from shuangliu.privacy.cipher import decrypt, encrypt


def keep(content: bytes) -> str:
    """Returns the name under which it lies."""
    sealed = encrypt(base64.b64encode(content).decode())
    return default_storage.save(f"exports/{uuid4().hex}", ContentFile(sealed.encode()))


def read(name: str) -> bytes:
    with default_storage.open(name) as file:
        return base64.b64decode(decrypt(file.read().decode()))


def remove(name: str) -> None:
    default_storage.delete(name)
