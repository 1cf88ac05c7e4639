"""The two suites of algorithms (domain.md §4.12): the international one, and that of the state's standards.

`intl`: AES-256-GCM, HMAC-SHA256. `gm`: SM4-GCM (GB/T 32907, mode as RFC 8998), HMAC-SM3 (GB/T 32905), where the OpenSSL
that `cryptography` brings has them. No algorithm is our own, and nothing is claimed about certification.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE, TAG = 12, 16
HASHES = {"sha256": hashes.SHA256(), "sm3": hashes.SM3()}


_aes = functools.cache(AESGCM)  # keys are few, texts many


def seal_aes(key: bytes, nonce: bytes, text: bytes, bound: bytes) -> bytes:
    return _aes(key).encrypt(nonce, text, bound or None)


def open_aes(key: bytes, nonce: bytes, sealed: bytes, bound: bytes) -> bytes:
    """Raises InvalidTag."""
    return _aes(key).decrypt(nonce, sealed, bound or None)


def seal_sm4(key: bytes, nonce: bytes, text: bytes, bound: bytes) -> bytes:
    work = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
    work.authenticate_additional_data(bound)
    return work.update(text) + work.finalize() + work.tag


def open_sm4(key: bytes, nonce: bytes, sealed: bytes, bound: bytes) -> bytes:
    """Raises InvalidTag, also for a text that is cut off."""
    if len(sealed) < TAG:
        raise InvalidTag
    work = Cipher(algorithms.SM4(key), modes.GCM(nonce, sealed[-TAG:])).decryptor()
    work.authenticate_additional_data(bound)
    return work.update(sealed[:-TAG]) + work.finalize()


@functools.cache
def _begun(key: bytes, name: str) -> hmac.HMAC:
    return hmac.HMAC(key, HASHES[name])


@dataclass(frozen=True)
class Suite:
    """A cipher with authentication, and a hash; `purposes` keep the keys of both apart."""

    name: str
    cipher: str  # the first part of the mark of a token
    key_length: int
    seal: object
    open: object
    hash: hashes.HashAlgorithm
    purposes: tuple[str, str]

    def sealing(self, key: bytes) -> Callable[[bytes, bytes, bytes], bytes]:
        """`seal` with this key for many texts: nonce, text, bound."""
        return _aes(key).encrypt if self.seal is seal_aes else functools.partial(self.seal, key)

    def mac(self, key: bytes, text: bytes) -> str:
        """Keyed hash, 64 hex digits."""
        made = _begun(key, self.hash.name).copy()
        made.update(text)
        return made.finalize().hex()


SUITES = {
    suite.name: suite for suite in [
        Suite("intl", "aes", 32, seal_aes, open_aes, hashes.SHA256(), ("field", "lookup")),
        Suite("gm", "sm4", 16, seal_sm4, open_sm4, hashes.SM3(), ("field-sm4", "lookup-sm3")),
    ]
}
BY_CIPHER = {suite.cipher: suite for suite in SUITES.values()}


@functools.cache
def is_there(name: str) -> bool:
    """Whether this machine's OpenSSL has the suite."""
    suite = SUITES[name]
    key, nonce = bytes(suite.key_length), bytes(NONCE)
    try:
        suite.open(key, nonce, suite.seal(key, nonce, b"", b""), b"")
        suite.mac(b"key", b"")
    except UnsupportedAlgorithm:
        return False
    return True


def there() -> list[Suite]:
    """Those that this machine has."""
    return [suite for name, suite in SUITES.items() if is_there(name)]


def chosen(name: str) -> str:
    """The name of a suite that this machine has. Raises RuntimeError, so that a server does not even start."""
    if name not in SUITES:
        raise RuntimeError(f"SHUANGLIU_CRYPTO_SUITE is {name!r}; there are: {', '.join(SUITES)}.")
    if not is_there(name):
        raise RuntimeError("SHUANGLIU_CRYPTO_SUITE=gm needs SM4-GCM and SM3, which the OpenSSL of this machine's "
                           "`cryptography` has not. Install the wheel from PyPI, or set intl.")
    return name
