"""SQLite: a full-text table that holds the pairs of each row and no text; triggers keep it right.

SQLite's own cutting knows words with blanks between them or pieces of three characters, and would drop punctuation.
So each pair is handed over as a word of its own, written in hexadecimal digits.

Django changes a table of SQLite by making it anew, and its triggers are lost with the old one, without a word.
`keep` therefore looks after every migrate (apps.py) and puts right what is missing.
"""

from django.db import transaction

PAIRS = """(
    WITH RECURSIVE said(text) AS (SELECT lower({said})),
    place(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM place, said WHERE n < length(text) - 1)
    SELECT group_concat(hex(substr(text, n, 2)), ' ') FROM place, said)"""
FORGET = "INSERT INTO {table}({table}, rowid, pairs) VALUES ('delete', old.{key}, {old})"
REMEMBER = "INSERT INTO {table}(rowid, pairs) VALUES (new.{key}, {new})"
MADE = {
    "{table}": "CREATE VIRTUAL TABLE {table} USING fts5("
               "pairs, content='', detail=none, columnsize=0, tokenize='ascii')",
    "{table}_insert": f"CREATE TRIGGER {{table}}_insert AFTER INSERT ON {{rows}} BEGIN {REMEMBER}; END",
    "{table}_delete": f"CREATE TRIGGER {{table}}_delete AFTER DELETE ON {{rows}} BEGIN {FORGET}; END",
    "{table}_update": "CREATE TRIGGER {table}_update AFTER UPDATE OF {fields} ON {rows} "
                      f"WHEN {{old_said}} IS NOT {{new_said}} BEGIN {FORGET}; {REMEMBER}; END",
}
FILL = "INSERT INTO {table}(rowid, pairs) SELECT {key}, {all} FROM {rows}"


def table_of(model) -> str:
    return f"{model._meta.db_table}_pairs"


def token(pair: str) -> str:
    """A pair as a word of the full-text table."""
    return pair.encode().hex()


def keep(connection, model) -> bool:
    """Make what is missing of the table and the triggers of `model`, or is not as it should be; whether any was."""
    holes = _holes(connection, model)
    wanted = {name.format(**holes): sql.format(**holes) for name, sql in MADE.items()}
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'trigger')")
        found = dict(cursor.fetchall())
        if all(found.get(name) == sql for name, sql in wanted.items()):
            return False
        for name in reversed(wanted):
            if name in found:
                cursor.execute(f"DROP {'TABLE' if name == holes['table'] else 'TRIGGER'} {name}")
        for sql in (*wanted.values(), FILL.format(**holes)):
            cursor.execute(sql)
    return True


def _holes(connection, model) -> dict[str, str]:
    columns = [connection.ops.quote_name(model._meta.get_field(name).column) for name in model.searched]

    def said(row: str) -> str:
        return " || char(10) || ".join(row + column for column in columns)

    return {
        "table": table_of(model), "rows": connection.ops.quote_name(model._meta.db_table),
        "key": connection.ops.quote_name(model._meta.pk.column), "fields": ", ".join(columns),
        "old_said": said("old."), "new_said": said("new."),
        **{name: PAIRS.format(said=said(row)) for name, row in (("old", "old."), ("new", "new."), ("all", ""))},
    }
