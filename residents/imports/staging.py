"""Rows into their table, as fast as the database takes them: COPY on PostgreSQL, many at a time elsewhere."""

import io
from collections.abc import Callable

from django.db import connection

from shuangliu.privacy.cipher import sealer

from ..models import Change
from .lines import Line
from .models import Row
from .problems import sealed

COLUMNS = [field.attname for field in Row._meta.local_fields if field.attname != "id"]
NULL = "\\N"
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class Stage:
    """Writes encoded lines of one batch. What is personal is encrypted and stays so until somebody looks at it."""

    def __init__(self, batch_id: int):
        self.batch_id = batch_id
        self.seal = sealer(Row._meta.get_field("pairs").bound_to)
        self.write: Callable = self._copy if connection.vendor == "postgresql" else self._insert

    def values(self, line: Line) -> list:
        """In the order of COLUMNS."""
        token = line.tokens.get
        return [
            self.batch_id, line.number, line.outcome, "", line.asks, sealed(line.found) if line.found else "",
            line.person_key, line.is_them, line.is_twin, line.seen_change, line.mask,
            self.seal(Change.sealed(line.pairs)) if line.pairs else "",
            token("name", ""), line.name_hash, line.document, token("id_number", ""), line.id_hash,
            token("number_as_shown", ""), line.sex, line.born_on, token("phone", ""), line.phone_hash,
            token("other_phone", ""), line.other_phone_hash, line.origin_code, token("origin_address", ""),
            token("employer", ""), line.area_key, line.building, line.unit, line.room, line.kind, line.tenure,
            line.reason, line.since, line.register_number, line.relation, token("permit_number", ""),
            line.permit_issued_on, line.permit_expires_on,
        ]

    def _copy(self, lines: list[Line]) -> None:
        text = "".join(_copied(self.values(line)) for line in lines)
        with connection.cursor() as cursor:
            # In one piece: between pieces the reading thread would have to let go of the interpreter.
            cursor.copy_expert(f"COPY residents_row ({', '.join(COLUMNS)}) FROM STDIN", io.StringIO(text),
                               len(text) + 1)

    def _insert(self, lines: list[Line]) -> None:
        places = ", ".join(["%s"] * len(COLUMNS))
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO residents_row ({', '.join(COLUMNS)}) VALUES ({places})",  # noqa: S608
                               [self.values(line) for line in lines])


def _copied(values: list) -> str:
    texts = [value if type(value) is str else NULL if value is None else str(value) for value in values]
    row = "\t".join(texts)
    if row.count("\\") > values.count(None) or row.count("\t") >= len(texts) or "\n" in row or "\r" in row:
        row = "\t".join(text if text is NULL else text.translate(ESCAPES) for text in texts)
    return row + "\n"
