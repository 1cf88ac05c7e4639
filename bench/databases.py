"""A database for each size, all of them open at once: so that one page can be timed in turn over few and many rows."""

from django.db import connection


class Database:
    """One of them, with a connection of its own that Django uses after `use()`."""

    def __init__(self, name: str):
        self.name, self.raw = name, None

    @classmethod
    def copy(cls, template: str, name: str) -> "Database":
        """A new one with all that is in `template`, which nobody is connected to."""
        connection.connection = None  # those of other sizes stay open
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return cls(name)

    def use(self) -> None:
        """Let Django speak to this one from now on. No transaction may be open."""
        if self.raw is None:
            connection.connection, connection.settings_dict["NAME"] = None, self.name
            connection.connect()
            self.raw = connection.connection
        connection.connection = self.raw
