"""Several people at once, each with a connection of their own."""

import threading
from collections.abc import Callable

from django.db import connection


def at_once(*doings: Callable) -> list:
    """What each returned or raised, all begun at the same moment."""
    gate, outcomes = threading.Barrier(len(doings)), [None] * len(doings)

    def run(number, doing):
        try:
            gate.wait(timeout=10)
            outcomes[number] = doing()
        except Exception as error:
            outcomes[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(doings)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return outcomes
