"""Messages as files: half a message hurts nobody."""

import pytest
from kombu import Connection

from shuangliu.celery import app
from shuangliu.messages import Transport


@pytest.fixture
def queue(tmp_path):
    options = {"data_folder_in": str(tmp_path), "data_folder_out": str(tmp_path),
               "control_folder": str(tmp_path / "control"), "polling_interval": 0.01}
    Transport.global_state.clear()  # the process remembers the queues of other folders
    with Connection("files://localhost", transport_options=options) as connection:
        yield connection.SimpleQueue("celery")


def test_they_arrive_in_order(queue):
    for number in range(3):
        queue.put({"number": number})
    assert [queue.get(timeout=5).payload["number"] for _ in range(3)] == [0, 1, 2]


def test_an_empty_or_broken_one_is_passed_over(queue, tmp_path):
    (tmp_path / "0_a.celery.msg").write_bytes(b"")
    (tmp_path / "0_b.celery.msg").write_bytes(b'{"body": "ab')
    queue.put({"number": 1})
    assert queue.get(timeout=5).payload == {"number": 1}


def test_one_that_is_not_complete_is_not_seen(queue, tmp_path):
    (tmp_path / "0_a.celery.part").write_bytes(b'{"body": "ab')
    queue.put({"number": 1})
    assert queue.get(timeout=5).payload == {"number": 1}
    assert (tmp_path / "0_a.celery.part").exists()


def test_the_product_uses_them_where_there_is_no_broker(settings):
    if settings.REDIS_URL:
        pytest.skip("there is a broker")
    assert isinstance(app.connection_for_write().transport, Transport)
