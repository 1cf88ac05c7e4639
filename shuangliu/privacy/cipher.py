"""Encryption at rest and the keyed hash for look-ups (domain.md §7 rule 4, PIPL art. 51).

A token says by its mark how it was made: `aes.2:…` AES-256-GCM under key number 2, `sm4.2:…` SM4-GCM; `v1:` is what
was written before keys had numbers, AES-256-GCM under key 1. So old and new live side by side while `manage.py
rotate_keys` works (docs/decisions/0034).
"""

import base64
import binascii
import os
import unicodedata
from collections.abc import Callable, Iterator

from cryptography.exceptions import InvalidTag
from django.conf import settings

from .keys import derive
from .suites import BY_CIPHER, NONCE, SUITES, Suite, there

FIRST = "v1"
BLOCK = 1000  # nonces drawn at once


class Undecipherable(ValueError):
    """The text was encrypted with another key or for another column, or was altered."""


def newest() -> int:
    """The number of the key that encrypts."""
    return max(settings.FIELD_KEYS)


def mark() -> str:
    """How the tokens begin that are made now."""
    return f"{SUITES[settings.CRYPTO_SUITE].cipher}.{newest()}:"


def encrypt(text: str, bound: str = "") -> str:
    """The text under the newest key, as ASCII with its mark. It opens only for the same `bound`: the name of a column,
    so that who can write to the database cannot put the ID number of one into the remark of another."""
    suite, nonce = SUITES[settings.CRYPTO_SUITE], os.urandom(NONCE)
    sealed = suite.seal(_cipher_key(suite, newest()), nonce, text.encode(), bound.encode())
    return mark() + base64.b64encode(nonce + sealed).decode()


def sealer(bound: str = "") -> Callable[[str], str]:
    """`encrypt` for a million texts of one column: the key is looked up once, nonces are drawn in blocks."""
    suite, begins = SUITES[settings.CRYPTO_SUITE], mark()
    context, seal, encode = bound.encode(), suite.sealing(_cipher_key(suite, newest())), binascii.b2a_base64

    def nonces():
        while True:
            block = os.urandom(NONCE * BLOCK)
            for at in range(0, len(block), NONCE):
                yield block[at:at + NONCE]

    draw = nonces().__next__

    def encrypt(text: str) -> str:
        nonce = draw()
        return begins + encode(nonce + seal(nonce, text.encode(), context), newline=False).decode("ascii")

    return encrypt


def decrypt(token: str, bound: str = "") -> str:
    """The text behind `token`. Raises Undecipherable."""
    name, _, body = token.partition(":")
    if name == FIRST:
        name, bound = "aes.1", ""  # they were bound to nothing
    cipher, _, number = name.partition(".")
    if cipher not in BY_CIPHER or not number.isdecimal():
        raise Undecipherable("this is no token")
    if int(number) not in settings.FIELD_KEYS:
        raise Undecipherable(f"key {number} is not among the keys of this server")
    suite = BY_CIPHER[cipher]
    try:
        raw = base64.b64decode(body, validate=True)
        return suite.open(_cipher_key(suite, int(number)), raw[:NONCE], raw[NONCE:], bound.encode()).decode()
    except (InvalidTag, ValueError) as error:
        raise Undecipherable(f"not of key {number}, of another column, or altered") from error


def lookup_hash(text: str) -> str:
    """Keyed hash (64 hex digits) under which equal texts are found without being readable: what is written now.

    Full-width forms, case, spaces and hyphens do not matter: 138-0013 8000 finds 13800138000. There are few phone
    numbers: without the key, which is not in the database, they cannot be tried out.
    """
    return _hashed(text, SUITES[settings.CRYPTO_SUITE], newest())


def hasher() -> Callable[[str], str]:
    """`lookup_hash` for a million texts: the key is looked up once."""
    suite = SUITES[settings.CRYPTO_SUITE]
    key, mac = _hash_key(suite, newest()), suite.mac
    return lambda text: mac(key, _plain(text))


def lookup_hashes(text: str) -> list[str]:
    """All hashes under which equal texts may stand while keys or suites change; the current one first."""
    return list(dict.fromkeys(_all_hashes(text)))


def _all_hashes(text: str) -> Iterator[str]:
    yield lookup_hash(text)
    for number in sorted(settings.FIELD_KEYS, reverse=True):
        for suite in there():
            yield _hashed(text, suite, number)


def _hashed(text: str, suite: Suite, number: int) -> str:
    return suite.mac(_hash_key(suite, number), _plain(text))


def _plain(text: str) -> bytes:
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return plain.upper().replace(" ", "").replace("-", "").encode()


def _hash_key(suite: Suite, number: int) -> bytes:
    return derive(settings.FIELD_KEYS[number], suite.purposes[1], 32, suite.hash.name)


def _cipher_key(suite: Suite, number: int) -> bytes:
    return derive(settings.FIELD_KEYS[number], suite.purposes[0], suite.key_length, suite.hash.name)
