"""Files at rest: read like any other, and not by whoever has the disk alone."""

import io

import pytest

from shuangliu.privacy import files
from shuangliu.privacy.cipher import Undecipherable, decrypt, sealer


def sealed(content: bytes) -> io.BytesIO:
    target = io.BytesIO()
    assert files.seal(io.BytesIO(content), target) == len(content)
    return target


@pytest.mark.parametrize("size", [0, 1, files.PIECE - 1, files.PIECE, files.PIECE + 1, 3 * files.PIECE])
def test_what_was_written_is_read(size):
    content = bytes(range(256)) * (size // 256 + 1)
    content = content[:size]
    file = io.BufferedReader(files.Sealed(sealed(content)))
    assert file.read() == content
    file.seek(-min(10, size), io.SEEK_END)
    assert file.read() == content[-10:][:min(10, size)]
    file.seek(size // 2)
    assert file.read(7) == content[size // 2:size // 2 + 7]


def test_nothing_of_it_stands_on_the_disk():
    assert b"510122197505201234" not in sealed(b"510122197505201234" * 100).getvalue()


def swapped(raw: bytes) -> bytes:
    size = files.PIECE + files.OVERHEAD
    return raw[size:2 * size] + raw[:size] + raw[2 * size:]


@pytest.mark.parametrize("harm", [lambda raw: raw[:100] + b"x" + raw[101:], swapped,
                                  lambda raw: raw[:2 * (files.PIECE + files.OVERHEAD)]])
def test_altered_swapped_or_cut_off_it_is_not_read(harm):
    raw = sealed(b"a" * files.PIECE + b"b" * files.PIECE + b"c" * files.PIECE).getvalue()
    with pytest.raises(Undecipherable):
        io.BufferedReader(files.Sealed(io.BytesIO(harm(raw)))).read()


def test_many_texts_at_once_are_sealed_as_one():
    seal = sealer()
    tokens = [seal(f"罗{number}") for number in range(2500)]
    assert [decrypt(token) for token in tokens] == [f"罗{number}" for number in range(2500)]
    assert len({token[:20] for token in tokens}) == 2500
