"""Tokens for applications."""

import pytest
from django.test import Client
from django.urls import reverse

from shuangliu.accounts.models import User

TOKEN = reverse("api-token")
PASSWORD = "a long enough 密码"


@pytest.fixture
def wang(cast):
    cast.wang.set_password(PASSWORD)
    cast.wang.save()
    return cast.wang


def ask(client, password=PASSWORD):
    return client.post(TOKEN, {"username": "wang", "password": password}, content_type="application/json")


def test_a_token_opens_the_api(wang, client):
    token = ask(client).json()["token"]
    assert client.get(reverse("api:incident-list")).status_code == 401
    opened = client.get(reverse("api:incident-list"), headers={"Authorization": f"Token {token}"})
    assert (opened.status_code, opened.json()["results"]) == (200, [])


def test_a_browser_that_is_signed_in_gets_one_too(wang):
    client = Client(enforce_csrf_checks=True)
    client.force_login(wang, backend="django.contrib.auth.backends.ModelBackend")
    assert ask(client).status_code == 200


def test_a_wrong_password_gives_none_and_too_many_say_so(wang, client):
    assert ask(client, "wrong").status_code == 400
    for _ in range(5):
        ask(client, "wrong")
    assert ask(client).status_code == 429


def test_a_password_of_somebody_elses_choice_gives_none(wang, client):
    User.objects.filter(pk=wang.pk).update(must_change_password=True)
    assert ask(client).status_code == 403
