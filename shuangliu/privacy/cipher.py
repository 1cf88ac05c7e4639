"""Encryption at rest and the keyed hash for look-ups (domain.md §7 rule 4, PIPL art. 51)."""

import base64
import hashlib
import hmac
import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from .keys import derive

MARK = "v1:"  # names the algorithm, so that a later one can live beside it


class Undecipherable(ValueError):
    """The text was encrypted with another key, or was altered."""


def encrypt(text: str) -> str:
    """AES-256-GCM with a fresh nonce; the result is ASCII and starts with the mark of the algorithm."""
    nonce = os.urandom(12)
    sealed = AESGCM(derive(settings.FIELD_KEY, "field")).encrypt(nonce, text.encode(), None)
    return MARK + base64.b64encode(nonce + sealed).decode()


def decrypt(token: str) -> str:
    """The text behind `token`. Raises Undecipherable."""
    try:
        raw = base64.b64decode(token.removeprefix(MARK), validate=True)
        return AESGCM(derive(settings.FIELD_KEY, "field")).decrypt(raw[:12], raw[12:], None).decode()
    except (InvalidTag, ValueError) as error:
        raise Undecipherable("wrong key or altered text") from error


def lookup_hash(text: str) -> str:
    """Keyed hash (HMAC-SHA256, 64 hex digits) under which equal texts are found without being readable.

    Full-width forms, case, spaces and hyphens do not matter: 138-0013 8000 finds 13800138000.
    """
    plain = unicodedata.normalize("NFKC", text).upper().replace(" ", "").replace("-", "")
    return hmac.new(derive(settings.FIELD_KEY, "lookup"), plain.encode(), hashlib.sha256).hexdigest()
