"""Uploaded files that hold personal data, encrypted at rest and read like any other file, never in clear on a disk.

AES-256-GCM in pieces of 256 KB, each bound to its place in the file and the last one to being the last: a piece that
was swapped, cut off or altered is not read.
"""

import io
import os
import struct
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from .cipher import NONCE, Undecipherable
from .keys import derive

PIECE = 256 * 1024
OVERHEAD = NONCE + 16


def seal(source: IO[bytes], target: IO[bytes]) -> int:
    """Write `source` from its beginning into `target`, encrypted; returns its bytes."""
    source.seek(0)
    cipher, size, at = _cipher(), 0, 0
    piece = source.read(PIECE)
    while True:
        following = source.read(PIECE)
        nonce = os.urandom(NONCE)
        target.write(nonce + cipher.encrypt(nonce, piece, _place(at, not following)))
        size, at = size + len(piece), at + 1
        if not following:
            return size
        piece = following


class Sealed(io.RawIOBase):
    """What `seal` has written, in clear while it is read. Wrap it in io.BufferedReader."""

    def __init__(self, file: IO[bytes]):
        self.file, self.at, self.piece, self.number = file, 0, b"", -1
        length = file.seek(0, os.SEEK_END)
        self.pieces = max(-(-length // (PIECE + OVERHEAD)), 1)
        self.length = length - self.pieces * OVERHEAD

    def readable(self):
        return True

    def seekable(self):
        return True

    def seek(self, offset, whence=os.SEEK_SET):
        self.at = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self.at, os.SEEK_END: self.length}[whence]
        return self.at

    def tell(self):
        return self.at

    def readinto(self, buffer):
        if self.at >= self.length:
            return 0
        number, inside = divmod(self.at, PIECE)
        if number != self.number:
            self.piece, self.number = self._read(number), number
        part = self.piece[inside:inside + len(buffer)]
        buffer[:len(part)] = part
        self.at += len(part)
        return len(part)

    def close(self):
        self.file.close()
        super().close()

    def _read(self, number: int) -> bytes:
        self.file.seek(number * (PIECE + OVERHEAD))
        raw = self.file.read(PIECE + OVERHEAD)
        try:
            return _cipher().decrypt(raw[:NONCE], raw[NONCE:], _place(number, number == self.pieces - 1))
        except InvalidTag as error:
            raise Undecipherable("wrong key or altered file") from error


def _place(number: int, is_last: bool) -> bytes:
    return struct.pack(">Q?", number, is_last)


def _cipher() -> AESGCM:
    return AESGCM(derive(settings.FIELD_KEY, "file"))
