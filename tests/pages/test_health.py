"""What those see who watch the servers."""

from unittest import mock

import pytest
from django.urls import reverse

from shuangliu.pages import health


def test_alive_without_a_database(client):
    assert client.get(reverse("healthz")).json() == {"status": "ok"}


@pytest.mark.django_db
def test_ready(client):
    response = client.get(reverse("readyz"))
    assert (response.status_code, response.json()) == (200, {"status": "ok", "failed": []})


@pytest.mark.django_db
@pytest.mark.parametrize("failing", ["database", "cache"])
def test_not_ready_names_the_part(client, failing):
    with mock.patch.object(health, f"_{failing}", side_effect=OSError):
        response = client.get(reverse("readyz"))
    assert (response.status_code, response.json()["failed"]) == (503, [failing])


def test_metrics_are_for_this_machine_or_a_token(client, settings):
    page = reverse("metrics")
    assert client.get(page).status_code == 200
    assert client.get(page, REMOTE_ADDR="10.0.0.9").status_code == 403
    assert client.get(page, headers={"X-Forwarded-For": "10.0.0.9"}).status_code == 403
    settings.METRICS_TOKEN = "long"
    assert client.get(page, REMOTE_ADDR="10.0.0.9", headers={"Authorization": "Bearer long"}).status_code == 200
    assert client.get(page, REMOTE_ADDR="10.0.0.9", headers={"Authorization": "Bearer "}).status_code == 403


def test_every_answer_has_a_number(client):
    numbers = {client.get(reverse("healthz"))["X-Request-Number"] for _ in range(2)}
    assert len(numbers) == 2
