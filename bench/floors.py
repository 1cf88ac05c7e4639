"""The floor of a page: a bare view without any middleware that runs the same SQL, as it was recorded, and prints
the same rows through a plain template."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.http import JsonResponse
from django.shortcuts import render

COLUMN = re.compile(r'"?(\w+)"?\."(\w+)"')


@dataclass(frozen=True)
class Statement:
    """SQL as Django sent it."""

    sql: str
    params: tuple | None

    def run(self, swapped: dict | None = None) -> list[tuple]:
        """Run it, with parameters replaced where `swapped` says so; the rows, if it has any."""
        params = self.params
        if swapped and params:
            params = [_swap(param, swapped) for param in params]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            return cursor.fetchall() if cursor.description else []

    def named(self, rows: list[tuple]) -> list[dict]:
        """The rows with names such as incident_due_at and area_name, as far as the columns are plain ones."""
        names = [f"{table.split('_')[-1]}_{column}"
                 for table, column in COLUMN.findall(self.sql.partition(" FROM ")[0])]
        return [dict(zip(names, row, strict=True)) for row in rows]


def _swap(param, swapped: dict):
    if isinstance(param, list):  # a column of many rows at once
        return [_swap(one, swapped) for one in param]
    return swapped.get(param, param) if param.__hash__ else param


def recorded(call: Callable[[], object]) -> list[Statement]:
    """What `call` sends to the database."""
    statements = []

    def note(execute, sql, params, many, context):
        statements.append(Statement(sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        call()
    return statements


def replay(statements: list[Statement]) -> None:
    """The SQL alone."""
    for statement in statements:
        statement.run()


@dataclass(frozen=True)
class Page:
    """A floor: `answer` runs the statements and answers the request."""

    statements: list[Statement]
    answer: Callable


PAGES: dict[str, Page] = {}


def bare_view(request, name):
    return PAGES[name].answer(request, PAGES[name].statements)


def prints(template: str, *tables: str) -> Callable:
    """An answer: what the last SELECT from each of these tables found, printed as `rows` and `more`."""

    def answer(request, statements):
        return render(request, template, dict(zip(("rows", "more"), _run(statements, tables), strict=False)),
                      using="bare")

    return answer


def as_json(table: str) -> Callable:
    def answer(request, statements):
        return JsonResponse({"results": _run(statements, (table,))[0]})

    return answer


def _run(statements: list[Statement], tables: tuple[str, ...]) -> list[list[dict]]:
    found = {}
    for statement in statements:
        rows = statement.run()
        for table in tables:
            if statement.sql.startswith(f'SELECT "{table}".'):
                found[table] = statement.named(rows)
    return [found[table] for table in tables]
