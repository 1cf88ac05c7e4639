"""The same questions asked of either database."""

from collections.abc import Collection

from django.db.models import BooleanField, F, Func, QuerySet, TextField, Value

from . import sqlite
from .pairs import bigrams, is_enough, words


class Said(Func):
    """The searched texts of a row as one, capitals made small. A line's end parts them: no word holds one."""

    output_field = TextField()

    def as_postgresql(self, compiler, connection, **more):
        return self.as_sql(compiler, connection, template='lower((%(expressions)s) COLLATE "C")',
                           arg_joiner=r" || E'\n' || ", **more)

    def as_sqlite(self, compiler, connection, **more):
        return self.as_sql(compiler, connection, template="lower(%(expressions)s)", arg_joiner=" || char(10) || ",
                           **more)


class Holds(Func):
    """Whether Said holds a word. No LIKE: nothing in a word has a meaning of its own.

    Compared with 1 and not with 0: PostgreSQL then takes it for something rare, and so does not read the whole table
    in order because it believes that a page will soon be full.
    """

    output_field = BooleanField()

    def as_postgresql(self, compiler, connection, **more):
        return self.as_sql(compiler, connection, template="sign(strpos(%(expressions)s)) = 1", **more)

    def as_sqlite(self, compiler, connection, **more):
        return self.as_sql(compiler, connection, template="instr(%(expressions)s) > 0", **more)


class HasPairs(Func):
    """Whether a row has all these pairs, by the index; the pairs come last."""

    output_field = BooleanField()
    postgresql, sqlite = " & ", " AND "  # what stands between them in a question

    def as_postgresql(self, compiler, connection, **more):
        *texts, pairs = self.get_source_expressions()
        said, params = Func(*texts, template=r"bigrams(%(expressions)s)", arg_joiner=r" || E'\n' || ",
                            output_field=TextField()).as_sql(compiler, connection)
        return f"{said} @@ %s::tsquery", [*params, self.postgresql.join(quoted(pair) for pair in pairs.value)]

    def as_sqlite(self, compiler, connection, **more):
        text, *_rest, pairs = self.get_source_expressions()
        table = sqlite.table_of(text.target.model)
        key, params = text.target.model._meta.pk.get_col(text.alias).as_sql(compiler, connection)
        return (f'{key} IN (SELECT rowid FROM "{table}" WHERE "{table}" MATCH %s)',  # noqa: S608 (a table's name)
                [*params, self.sqlite.join(f'"{sqlite.token(pair)}"' for pair in pairs.value)])


class HasAnyPair(HasPairs):
    """Whether a row has one of these pairs at least."""

    postgresql, sqlite = " | ", " OR "


def quoted(pair: str) -> str:
    """A pair as PostgreSQL reads it in a tsquery."""
    return "'" + pair.replace("\\", "\\\\").replace("'", "''") + "'"


def containing(rows: QuerySet, text: str) -> QuerySet:
    """Those of `rows` that hold every word of `text`; reads them all, so for few rows."""
    for word in words(text):
        rows = rows.filter(Holds(_said(rows), Value(word)))
    return rows


def matching(rows: QuerySet, text: str) -> QuerySet:
    """Those of `rows` that hold every word of `text`, found by the index. Raises ValueError unless `is_enough`."""
    if not is_enough(text):
        raise ValueError("one word of two characters at least")
    pairs = sorted({pair for word in words(text) for pair in bigrams(word)})
    return containing(rows.filter(HasPairs(*map(F, rows.model.searched), Value(pairs))), text)


def sharing(rows: QuerySet, pairs: Collection[str]) -> QuerySet:
    """Those of `rows` that have any of these pairs, found by the index."""
    return rows.filter(HasAnyPair(*map(F, rows.model.searched), Value(sorted(pairs))))


def _said(rows: QuerySet) -> Said:
    return Said(*map(F, rows.model.searched))
