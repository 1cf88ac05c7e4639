"""What most tests begin with is made once, and stays as long as one test after the other wants it.

Making the cast takes 33 ms, the network of mediation 28 more; thousands of tests began with them. They are made in a
transaction around that of the test. What a test does not ask for is rolled back before it begins, so that each test
finds what it names in its arguments and nothing else; and each has copies of its own.

A fixture that gives a prop asks for `props`: `return props["cast"]`. Where there is no transaction around (races), or a
test thinks of a prop only while it runs, the prop is made on the spot.
"""

import pickle
from collections.abc import Callable

import time_machine
from django.db import connection, transaction
from django.utils.module_loading import import_string

# In this order. By their names, as the stories import the conftest that imports us.
MAKERS: dict[str, Callable] = {
    "cast": lambda props: import_string("tests.cast.assemble")(),
    "kinds": lambda props: import_string("tests.incidents.story.make_kinds")(),
    "net": lambda props: import_string("tests.mediation.story.network")(props["cast"]),
}


class Props(dict):
    """By name. What is missing is made."""

    def __missing__(self, name: str):
        self[name] = MAKERS[name](self)
        return self[name]


class Stage:
    """The props that are in the database around the transaction of a test."""

    def __init__(self, now):
        self.now = now
        self.made: list[tuple[str, transaction.Atomic]] = []
        self.packed = [pickle.dumps(Props())]  # of the empty stage, then with each further prop

    def set(self, wanted: list[str]) -> None:
        """These props, in the order of MAKERS, and no others."""
        if self.made and (connection.closed_in_transaction or connection.needs_rollback):
            self.clear()  # a test broke the connection
        while (names := [name for name, _ in self.made]) != wanted[:len(names)]:
            self._take_back()
        for name in wanted[len(names):]:
            self._make(name)

    def clear(self) -> None:
        while self.made:
            self._take_back()

    def props(self) -> Props:
        """Copies, the test's own."""
        return pickle.loads(self.packed[-1])

    def _make(self, name: str) -> None:
        block, props = transaction.atomic(), self.props()
        block.__enter__()
        with time_machine.travel(self.now, tick=False):
            props[name]
        self.made.append((name, block))
        self.packed.append(pickle.dumps(props))

    def _take_back(self) -> None:
        _name, block = self.made.pop()
        self.packed.pop()
        transaction.set_rollback(True)
        block.__exit__(None, None, None)


def wanted(item) -> list[str]:
    """The props that a test names; none where it commits, for they would stay."""
    marker = item.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"} & set(item.fixturenames)
    if commits or (marker and (marker.kwargs.get("transaction") or marker.args)):
        return []
    givers = item._fixtureinfo.name2fixturedefs
    return [name for name in MAKERS if name in givers and "props" in givers[name][-1].argnames]
