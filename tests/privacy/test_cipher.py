"""Personal data at rest: readable with the key only, findable by hash, never the same twice."""

import pytest
from django.db import connection

from shuangliu.accounts.models import User
from shuangliu.privacy.cipher import Undecipherable, decrypt, encrypt, lookup_hash


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
    settings.FIELD_KEY = "another"
    with pytest.raises(Undecipherable):
        decrypt(token)


def test_the_hash_forgives_writing_but_not_numbers():
    assert lookup_hash("138-0013 8000") == lookup_hash("１３８００１３８０００")
    assert lookup_hash("13800138000") != lookup_hash("13800138001")


@pytest.mark.django_db
def test_the_database_holds_no_phone_in_clear():
    user = User.objects.create(username="wang", name="王", phone="13800138000")
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM accounts_user WHERE id = %s", [user.pk])
        assert "13800138000" not in cursor.fetchone()[0]
    assert User.objects.get(phone_hash=lookup_hash("138 0013 8000")).phone == "13800138000"


@pytest.mark.django_db
def test_encrypted_text_refuses_to_be_searched():
    with pytest.raises(TypeError, match="hash"):
        User.objects.filter(phone__contains="138")
