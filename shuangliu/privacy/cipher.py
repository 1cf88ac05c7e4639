"""Encryption at rest and the keyed hash for look-ups (domain.md §7 rule 4, PIPL art. 51)."""

import base64
import functools
import hashlib
import hmac
import os
import unicodedata
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from .keys import derive

MARK = "v1:"  # names the algorithm, so that a later one can live beside it
NONCE = 12
BLOCK = 1000  # nonces drawn at once


class Undecipherable(ValueError):
    """The text was encrypted with another key, or was altered."""


def encrypt(text: str) -> str:
    """AES-256-GCM with a fresh nonce; the result is ASCII and starts with the mark of the algorithm."""
    nonce = os.urandom(NONCE)
    sealed = _cipher(settings.FIELD_KEY).encrypt(nonce, text.encode(), None)
    return MARK + base64.b64encode(nonce + sealed).decode()


def sealer() -> Callable[[str], str]:
    """`encrypt` for a million texts: the key is looked up once, nonces are drawn in blocks."""
    seal, encode = _cipher(settings.FIELD_KEY).encrypt, base64.b64encode

    def nonces():
        while True:
            block = os.urandom(NONCE * BLOCK)
            for at in range(0, len(block), NONCE):
                yield block[at:at + NONCE]

    draw = nonces().__next__

    def encrypt(text: str) -> str:
        nonce = draw()
        return MARK + encode(nonce + seal(nonce, text.encode(), None)).decode("ascii")

    return encrypt


def decrypt(token: str) -> str:
    """The text behind `token`. Raises Undecipherable."""
    try:
        raw = base64.b64decode(token.removeprefix(MARK), validate=True)
        return _cipher(settings.FIELD_KEY).decrypt(raw[:NONCE], raw[NONCE:], None).decode()
    except (InvalidTag, ValueError) as error:
        raise Undecipherable("wrong key or altered text") from error


def lookup_hash(text: str) -> str:
    """Keyed hash (HMAC-SHA256, 64 hex digits) under which equal texts are found without being readable.

    Full-width forms, case, spaces and hyphens do not matter: 138-0013 8000 finds 13800138000.
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    mac = _mac(settings.FIELD_KEY).copy()
    mac.update(plain.upper().replace(" ", "").replace("-", "").encode())
    return mac.hexdigest()


@functools.cache
def _cipher(secret: str) -> AESGCM:
    return AESGCM(derive(secret, "field"))


@functools.cache
def _mac(secret: str) -> hmac.HMAC:
    return hmac.new(derive(secret, "lookup"), digestmod=hashlib.sha256)
