"""Two hands at one file, on real PostgreSQL connections."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.db import connection, transaction

from shuangliu import attachments
from shuangliu.attachments.models import Attachment

from . import images

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
SECONDS = 20  # a test that waits longer than that hangs


def both(*works):
    """What the works return, started at the same moment, each on a connection of its own."""
    together = Barrier(len(works))

    def run(work):
        try:
            together.wait(SECONDS)
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        return [done.result(SECONDS) for done in [pool.submit(run, work) for work in works]]


def test_a_double_click_keeps_each_photo_once(cast):
    draft = uuid4()

    def send():
        return attachments.stage(draft, images.photo(), "report", cast.wang).pk

    first, second = both(send, send)
    assert first == second
    assert Attachment.objects.count() == 1


def test_a_file_is_claimed_or_forgotten_never_both(cast):
    for _ in range(10):
        draft = uuid4()
        photo = attachments.stage(draft, images.photo(), "report", cast.wang)

        def claim(draft=draft):
            with transaction.atomic():
                return attachments.claim(draft, cast.grid, by=cast.wang)

        claimed, forgotten = both(claim, lambda photo=photo: attachments.remove(photo, by=None))
        assert {claimed, int(forgotten)} == {0, 1}
        assert default_storage.exists(photo.file.name) == bool(claimed)
