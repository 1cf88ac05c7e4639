"""The algorithms are those of the standards: their published vectors come out."""

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from shuangliu.privacy import suites

KEY = bytes.fromhex("0123456789abcdeffedcba9876543210")
# RFC 8998, appendix A.1.
NONCE = bytes.fromhex("00001234567800000000abcd")
BOUND = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
TEXT = b"".join(bytes.fromhex(digit * 16) for digit in "abcdefea")
SEALED = bytes.fromhex("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                       "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                       "83de3541e4c2b58177e065a9bf7b62ec")

needs_gm = pytest.mark.skipif(not suites.is_there("gm"), reason="this OpenSSL has no SM4-GCM and SM3")


@needs_gm
def test_sm4_is_that_of_gb_t_32907():
    work = Cipher(algorithms.SM4(KEY), modes.ECB()).encryptor()
    assert work.update(KEY).hex() == "681edf34d206965e86b3e94f536e4246"


@needs_gm
def test_sm4_gcm_is_that_of_rfc_8998():
    assert suites.seal_sm4(KEY, NONCE, TEXT, BOUND) == SEALED
    assert suites.open_sm4(KEY, NONCE, SEALED, BOUND) == TEXT


@needs_gm
def test_sm3_is_that_of_gb_t_32905():
    digest = hashes.Hash(hashes.SM3())
    digest.update(b"abc")
    assert digest.finalize().hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


@pytest.mark.parametrize("suite", suites.there(), ids=lambda suite: suite.name)
@pytest.mark.parametrize("spoil", [
    lambda sealed: bytes([sealed[0] ^ 1]) + sealed[1:],
    lambda sealed: sealed[:-1] + bytes([sealed[-1] ^ 1]),
    lambda sealed: sealed[:-1],
    lambda sealed: sealed[:5],
], ids=["text", "tag", "cut", "stump"])
def test_what_was_altered_does_not_open(suite, spoil):
    key = bytes(suite.key_length)
    sealed = suite.seal(key, NONCE, b"13800138000", b"a")
    with pytest.raises(InvalidTag):
        suite.open(key, NONCE, spoil(sealed), b"a")
    with pytest.raises(InvalidTag):
        suite.open(key, NONCE, sealed, b"b")


def test_a_suite_that_is_not_there_is_said_at_the_start(monkeypatch):
    monkeypatch.setattr(suites, "is_there", lambda name: name != "gm")
    with pytest.raises(RuntimeError, match="SM4-GCM and SM3"):
        suites.chosen("gm")
    with pytest.raises(RuntimeError, match="there are: intl, gm"):
        suites.chosen("des")
