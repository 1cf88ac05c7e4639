"""Rows into their table, as fast as the database takes them: COPY on PostgreSQL, many at a time elsewhere."""

import io
from collections.abc import Callable

from django.db import connection

from shuangliu.privacy.cipher import sealer

from ..models import Change
from .models import Row
from .problems import sealed
from .reading import Line

COLUMNS = [field.attname for field in Row._meta.local_fields if field.attname != "id"]
ENCRYPTED = {"pairs", "name", "id_number", "number_as_shown", "phone", "other_phone", "origin_address", "employer"}
NULL = "\\N"
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class Stage:
    """Writes lines of one batch. What is personal is encrypted here and stays so until somebody looks at it."""

    def __init__(self, batch_id: int):
        self.batch_id = batch_id
        # Each for the column of the register that the text goes on to (Row.bound_to).
        self.seal = {name: sealer(Row._meta.get_field(name).bound_to) for name in ENCRYPTED}
        self.write: Callable = self._copy if connection.vendor == "postgresql" else self._insert

    def values(self, line: Line) -> list:
        """In the order of COLUMNS."""
        seal = self.seal
        return [
            self.batch_id, line.number, line.outcome, "", line.asks, sealed(line.found) if line.found else "",
            line.person_key, line.is_them, line.is_twin, line.seen_change, line.mask,
            seal["pairs"](Change.sealed(line.pairs)) if line.pairs else "",
            seal["name"](line.name) if line.name else "", line.name_hash, line.document,
            seal["id_number"](line.id_number) if line.id_number else "", line.id_hash,
            seal["number_as_shown"](line.number_as_shown) if line.number_as_shown else "", line.sex, line.born_on,
            seal["phone"](line.phone) if line.phone else "", line.phone_hash,
            seal["other_phone"](line.other_phone) if line.other_phone else "",
            line.origin_code, seal["origin_address"](line.origin_address) if line.origin_address else "",
            seal["employer"](line.employer) if line.employer else "", line.area_key, line.building, line.unit,
            line.room, line.kind,
            line.tenure, line.reason, line.since, line.register_number, line.relation,
        ]

    def _copy(self, lines: list[Line]) -> None:
        text = "".join(_copied(self.values(line)) for line in lines)
        with connection.cursor() as cursor:
            cursor.copy_expert(f"COPY residents_row ({', '.join(COLUMNS)}) FROM STDIN", io.StringIO(text))

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
