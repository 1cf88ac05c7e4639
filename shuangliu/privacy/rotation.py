"""Everything that is encrypted or hashed comes under the newest key, while people work.

The state of the work is in the data: a token says by its mark under which key it is, and its hash is written in the
same statement. So the work may be killed at any line and taken up again, or run twice at once. Readers find rows under
the old and the new hash meanwhile (fields.LookupHashField). Each batch is a transaction that locks its rows.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Count, Q, TextField, Value
from django.db.models.functions import Cast, StrIndex, Substr

from .cipher import Undecipherable, decrypt, encrypt, lookup_hashes, mark
from .fields import EncryptedTextField, LookupHashField

BATCH = 500
LONGEST_NUMBER = 40  # characters of a phone or a document's number


class WrongKey(RuntimeError):
    """A token that no key of this server opens. Nothing was written."""


@dataclass
class Table:
    """A model with encrypted columns, and the hash columns that belong to each."""

    model: type[models.Model]
    columns: list[EncryptedTextField] = field(default_factory=list)
    hashes: list[LookupHashField] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.model._meta.label

    def raw(self) -> models.QuerySet:
        """The rows with the token of each column as `raw_<column>`, undeciphered; in the order of the key."""
        tokens = {f"raw_{column.name}": Cast(column.attname, TextField()) for column in self.columns}
        return self.model._base_manager.annotate(**tokens).order_by("pk").values_list("pk", *tokens)

    def left(self) -> models.QuerySet:
        """Those with a token that is not under the newest key."""
        old = Q()
        for column in self.columns:
            old |= ~Q(**{f"raw_{column.name}__startswith": mark()}) & ~Q(**{f"raw_{column.name}": ""}) & Q(
                **{f"raw_{column.name}__isnull": False})
        return self.raw().filter(old)


def tables() -> Iterator[Table]:
    """Each model that holds something encrypted, found by its fields."""
    for model in sorted(apps.get_models(include_auto_created=True), key=lambda model: model._meta.label):
        own = model._meta.local_concrete_fields
        columns = [one for one in own if isinstance(one, EncryptedTextField)]
        if columns and model._meta.managed and not model._meta.proxy:
            yield Table(model, columns, [one for one in own if isinstance(one, LookupHashField) and one.of])


def alone() -> Iterator[LookupHashField]:
    """The hash columns whose text nobody keeps: they end with their key."""
    for model in apps.get_models():
        yield from (one for one in model._meta.local_concrete_fields if isinstance(one, LookupHashField) and not one.of)


def counted(table: Table) -> Counter:
    """How many tokens of a table stand under which mark ("aes.1:")."""
    found = Counter()
    for column in table.columns:
        raw = f"raw_{column.name}"
        rows = table.raw().exclude(**{raw: ""}).filter(**{f"{raw}__isnull": False}).order_by()
        begins = Substr(raw, 1, StrIndex(raw, Value(":")))
        found.update(dict(rows.annotate(begins=begins).values("begins").annotate(n=Count("pk"))
                          .values_list("begins", "n")))
    return found


def try_keys(table: Table) -> None:
    """Open one token of each mark and column. Raises WrongKey."""
    for number, column in enumerate(table.columns, start=1):
        raw = f"raw_{column.name}"
        for begins in counted(Table(table.model, [column])):
            row = table.raw().filter(**{f"{raw}__startswith": begins}).first()
            if row is not None:
                _opened(table, row[0], column, row[number])


def _opened(table: Table, key, column: EncryptedTextField, token: str) -> str:
    try:
        return decrypt(token, column.bound_to)
    except Undecipherable as error:
        raise WrongKey(f"{table.name} {key}, {column.name}: {error}") from error


def rotate(table: Table) -> Iterator[tuple[int, list]]:
    """Bring batch by batch under the newest key; yields how many rows were done, and the keys of those that could not
    be (somebody else has their number under the new key). Raises WrongKey; the batch in which it is stays as it was."""
    last = None
    while True:
        with transaction.atomic():
            rows = table.left() if last is None else table.left().filter(pk__gt=last)
            found = list(rows.select_for_update()[:BATCH])
            if not found:
                return
            passed_on: dict[str, str] = {}  # hashes that stand alone elsewhere, old to new
            refused = [key for key, *tokens in found if not _rewrite(table, key, tokens, passed_on)]
            _pass_on(passed_on)
        last = found[-1][0]
        yield len(found) - len(refused), refused


def _rewrite(table: Table, key, tokens: list[str], passed_on: dict[str, str]) -> bool:
    texts = {column.name: _opened(table, key, column, token) if token else token
             for column, token in zip(table.columns, tokens, strict=True)}
    new = {column.column: encrypt(texts[column.name], column.bound_to) if texts[column.name] else texts[column.name]
           for column in table.columns}
    new |= {one.column: one.hashed(texts[one.of]) for one in table.hashes}
    for text in _hashed_texts(table, texts):
        new_hash, *older = lookup_hashes(text)
        passed_on |= dict.fromkeys(older, new_hash)
    quote = connection.ops.quote_name
    sets = ", ".join(f"{quote(name)} = %s" for name in new)
    name, key_name = quote(table.model._meta.db_table), quote(table.model._meta.pk.column)
    statement = f"UPDATE {name} SET {sets} WHERE {key_name} = %s"  # noqa: S608 (names of our own models)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, [*new.values(), table.model._meta.pk.get_db_prep_value(key, connection)])
    except IntegrityError:
        return False
    return True


def _hashed_texts(table: Table, texts: dict[str, str]) -> set[str]:
    """The texts of a row as somebody may have hashed them elsewhere: its numbers, and what its hashes are made of."""
    said = {one.plain(texts[one.of]) for one in table.hashes if texts[one.of]}
    said |= {text for text in texts.values() if text and len(text) <= LONGEST_NUMBER}
    return said - {""}


def _pass_on(passed_on: dict[str, str]) -> None:
    """Bring hashes whose text stands in another table along: the log of looks, blocked phones."""
    for one in alone():
        rows = one.model._base_manager
        there = set(rows.filter(**{f"{one.attname}__in": list(passed_on)}).values_list(one.attname, flat=True))
        for old in there:
            rows.filter(**{one.attname: old}).update(**{one.attname: passed_on[old]})


def wrong_hashes(table: Table) -> int:
    """How many hashes are not those of their text under the newest key. Reads all rows, and so proves it."""
    wrong = 0
    fields = [name for one in table.hashes for name in (one.of, one.attname)]
    if fields:
        for values in table.model._base_manager.values_list(*fields).iterator(chunk_size=BATCH):
            pairs = zip(table.hashes, values[::2], values[1::2], strict=True)
            wrong += sum(found != one.hashed(text) for one, text, found in pairs)
    return wrong
