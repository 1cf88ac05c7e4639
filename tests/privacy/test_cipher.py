"""Personal data at rest: readable with the key only, findable by hash, never the same twice."""

import base64

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import connection

from shuangliu.accounts.models import User
from shuangliu.privacy.cipher import Undecipherable, decrypt, encrypt, hasher, lookup_hash, lookup_hashes, sealer
from shuangliu.privacy.keys import derive
from shuangliu.privacy.suites import is_there


def test_encrypting_twice_gives_two_texts_that_both_open():
    first, second = encrypt("13800138000"), encrypt("13800138000")
    assert first != second
    assert decrypt(first) == decrypt(second) == "13800138000"


def test_rare_characters_survive():
    assert decrypt(encrypt("莫𡐓村 🚧")) == "莫𡐓村 🚧"


def test_an_altered_text_does_not_open():
    token = encrypt("13800138000")
    with pytest.raises(Undecipherable):
        decrypt(token[:-4] + ("AAA=" if not token.endswith("AAA=") else "BBB="))


def test_another_key_does_not_open(settings):
    token = encrypt("13800138000")
    settings.FIELD_KEYS = {1: "another"}
    with pytest.raises(Undecipherable):
        decrypt(token)


def test_a_text_opens_in_its_own_column_only():
    token = encrypt("13800138000", "accounts.user.phone")
    assert decrypt(token, "accounts.user.phone") == "13800138000"
    with pytest.raises(Undecipherable, match="another column"):
        decrypt(token, "hotline.caller.phone")


def test_what_was_written_before_keys_had_numbers_still_opens(settings):
    settings.FIELD_KEYS = {1: "of the tests", 2: "newer"}
    # Made by AES-256-GCM, HKDF-SHA256("of the tests", "field"), bound to nothing.
    raw = bytes(12) + AESGCM(derive("of the tests", "field")).encrypt(bytes(12), b"13800138000", None)
    assert decrypt("v1:" + base64.b64encode(raw).decode(), "accounts.user.phone") == "13800138000"


def test_old_and_new_keys_and_suites_live_side_by_side(settings):
    settings.FIELD_KEYS = {1: "the first key"}
    old = encrypt("13800138000", "a")
    settings.FIELD_KEYS = {1: "the first key", 2: "the second key"}
    new = encrypt("13800138000", "a")
    assert (old[:6], new[:6]) == ("aes.1:", "aes.2:")
    assert decrypt(old, "a") == decrypt(new, "a") == "13800138000"
    settings.FIELD_KEYS = {2: "the second key"}
    with pytest.raises(Undecipherable, match="key 1 is not among"):
        decrypt(old, "a")


@pytest.mark.skipif(not is_there("gm"), reason="this OpenSSL has no SM4-GCM and SM3")
def test_the_suite_of_the_state(settings):
    before = encrypt("13800138000"), lookup_hash("13800138000")
    settings.CRYPTO_SUITE = "gm"
    token = encrypt("13800138000", "a")
    assert token.startswith("sm4.1:")
    assert decrypt(token, "a") == decrypt(before[0]) == "13800138000"
    assert len(lookup_hash("13800138000")) == 64
    assert lookup_hash("13800138000") != before[1] in lookup_hashes("13800138000")


def test_the_hash_forgives_writing_but_not_numbers():
    assert lookup_hash("138-0013 8000") == lookup_hash("１３８００１３８０００")
    assert lookup_hash("13800138000") != lookup_hash("13800138001")


@pytest.mark.django_db
def test_the_database_holds_no_phone_in_clear():
    user = User.objects.create(username="wang", name="王", phone="13800138000")
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM accounts_user WHERE id = %s", [user.pk])
        assert "13800138000" not in cursor.fetchone()[0]
    assert User.objects.get(phone_hash__of="138 0013 8000").phone == "13800138000"


@pytest.mark.django_db
def test_encrypted_text_refuses_to_be_searched():
    with pytest.raises(TypeError, match="hash"):
        User.objects.filter(phone__contains="138")


@pytest.mark.parametrize("suite", ["intl", pytest.param("gm", marks=pytest.mark.skipif(
    not is_there("gm"), reason="this OpenSSL has no SM4"))])
def test_many_texts_are_kept_as_one_is(settings, suite):
    settings.CRYPTO_SUITE = suite
    seal, mark = sealer("residents.person.name"), hasher()
    tokens = [seal("罗永贵") for _ in range(3)]
    assert len(set(tokens)) == 3
    assert {decrypt(token, "residents.person.name") for token in tokens} == {"罗永贵"}
    for text in ("138-0013 8000", "阿依古丽"):
        assert mark(text) == lookup_hash(text)
