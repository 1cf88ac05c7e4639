"""Reading on while the database is at work: it lets go of the interpreter, and a file need not wait for it."""

from collections.abc import Iterable, Iterator
from contextvars import copy_context
from queue import Full, Queue
from threading import Event, Thread

WAIT = 0.1  # seconds between two looks whether anybody still reads


def ahead(things: Iterable, *, most: int = 2) -> Iterator:
    """The same things, made in a thread of their own, at most so many before they are asked for. What is raised there
    is raised here. They must not ask the database: it would be another connection."""
    made, left = Queue(most), Event()

    def put(*entry) -> bool:
        while not left.is_set():
            try:
                made.put(entry, timeout=WAIT)
                return True
            except Full:
                continue
        return False

    def work():
        try:
            for thing in things:
                if not put(thing, None):
                    return
            put(None, StopIteration())
        except BaseException as error:
            put(None, error)

    thread = Thread(target=copy_context().run, args=(work,), daemon=True)
    thread.start()
    try:
        while True:
            thing, error = made.get()
            if isinstance(error, StopIteration):
                return
            if error is not None:
                raise error
            yield thing
    finally:
        left.set()
        thread.join()
