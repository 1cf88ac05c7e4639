"""Signing in, staying in, and being sent away."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from shuangliu.accounts.models import User
from shuangliu.audit.models import Entry

LOGIN = reverse("accounts:login")
PASSWORD = "a long enough 密码"


@pytest.fixture
def wang(cast):
    cast.wang.set_password(PASSWORD)
    cast.wang.save()
    return cast.wang


def sign_in(client: Client, password: str = PASSWORD, username: str = "wang", **extra):
    return client.post(LOGIN, {"username": username, "password": password}, **extra)


def test_the_right_password_opens_the_desk(wang, client):
    assert sign_in(client)["Location"] == reverse("desk")
    assert Entry.objects.filter(verb="user.signed-in", actor_id=wang.pk).count() == 1


def test_a_wrong_password_says_so_and_is_recorded_without_it(wang, client):
    response = sign_in(client, "wrong")
    assert "sessionid" not in client.cookies
    assert response.status_code == 200
    entry = Entry.objects.get(verb="user.sign-in-failed")
    assert entry.detail == {"username": "wang"}


def test_five_failures_lock_this_user_at_this_address_only(wang, client):
    for _ in range(5):
        response = sign_in(client, "wrong")
    assert response.status_code == 429
    assert sign_in(client).status_code == 429
    # The colleague at the same address and the user at another one still get in.
    assert sign_in(Client(), username="li", password="x").status_code == 200
    assert sign_in(Client(), REMOTE_ADDR="10.0.0.9").status_code == 302


def test_a_password_of_somebody_elses_choice_is_changed_first(wang, client):
    User.objects.filter(pk=wang.pk).update(must_change_password=True)
    sign_in(client)
    change = reverse("accounts:password-change")
    assert client.get(reverse("desk"))["Location"] == change
    new = {"old_password": PASSWORD, "new_password1": "another long 密码 9", "new_password2": "another long 密码 9"}
    assert client.post(change, {**new, "old_password": "wrong"}).status_code == 422
    assert client.post(change, new).status_code == 302
    assert client.get(reverse("desk")).status_code == 200
    assert Entry.objects.filter(verb="user.password-changed").count() == 1


def test_a_silent_session_ends(wang, client, settings):
    with time_machine.travel("2026-03-11 09:30+08:00", tick=False) as clock:
        sign_in(client)
        clock.shift(timedelta(minutes=settings.SESSION_IDLE_MINUTES - 1))
        assert client.get(reverse("desk")).status_code == 200
        clock.shift(timedelta(minutes=settings.SESSION_IDLE_MINUTES - 1))
        assert client.get(reverse("desk")).status_code == 200
        clock.shift(timedelta(minutes=settings.SESSION_IDLE_MINUTES + 1))
        assert client.get(reverse("desk"))["Location"].startswith(LOGIN)


def test_a_closed_account_stays_out(wang, client):
    User.objects.filter(pk=wang.pk).update(is_active=False)
    assert sign_in(client).status_code == 200
    assert "sessionid" not in client.cookies


def test_signing_out_needs_a_post(wang, client):
    client.force_login(wang, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("accounts:logout")).status_code == 405
    assert client.post(reverse("accounts:logout")).status_code == 302
    assert client.get(reverse("desk"))["Location"].startswith(LOGIN)


def test_a_safe_redirect_only(wang, client):
    response = client.post(f"{LOGIN}?next=https://evil.example/", {"username": "wang", "password": PASSWORD})
    assert response["Location"] == reverse("desk")
