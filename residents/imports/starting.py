"""Telling a worker that there is something to do. Without a broker the sweep of the next minute finds it."""

import logging

from .models import Batch
from .tasks import go_on

log = logging.getLogger(__name__)


def start(batch: Batch) -> None:
    try:
        go_on.delay(batch.pk)
    except Exception:
        log.warning("no broker: %s waits for the sweep", batch, exc_info=True)
