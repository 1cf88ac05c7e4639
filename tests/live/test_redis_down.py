"""Redis is gone, or worse, takes the call and says nothing: people go on working."""

import socket
import time
from uuid import uuid4

import pytest
from django.urls import reverse

from incidents.models import Category, Incident
from tests.cast import HERE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=["gone", "silent"])
def redis_down(request, settings):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        if request.param == "gone":
            server.close()
        settings.CACHES = {"default": {**settings.CACHES["default"], "LOCATION": f"redis://127.0.0.1:{port}/0"}}
        settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{port}/0"
        yield


@pytest.fixture
def category(db):
    parent = Category.objects.create(code="E01", name="市容环境", handle_amount=2, handle_unit="working_days")
    return Category.objects.create(code="E01-01", name="暴露垃圾", parent=parent, handle_amount=2,
                                   handle_unit="working_days")


def test_an_incident_is_reported_at_once(cast, browser, category, redis_down):
    client = browser(cast.wang)
    began = time.monotonic()
    answer = client.post(reverse("incidents:incident-new"), {
        "uuid": uuid4(), "category": category.code, "description": "路边有一堆垃圾", "place": "棠湖西路12号",
        "longitude": HERE.longitude, "latitude": HERE.latitude})
    assert answer.status_code == 302, answer.content.decode()
    assert Incident.objects.get().category == category
    assert time.monotonic() - began < 5


def test_readyz_says_what_is_missing(client, db, redis_down):
    began = time.monotonic()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["failed"]) == (503, ["cache"])
    assert time.monotonic() - began < 5
