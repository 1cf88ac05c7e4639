"""Paging by the last row seen: page 900 costs what page 1 costs."""

import base64
import binascii
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q, QuerySet


@dataclass(frozen=True)
class Page:
    """Some rows, and the cursor of the page after them (None at the end)."""

    rows: list
    next_cursor: str | None


class BadCursor(BadRequest, ValueError):
    """A cursor that this list did not hand out; a page that lets it through answers 400."""


def encode(values: list[Any]) -> str:
    text = json.dumps(values, cls=DjangoJSONEncoder, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(cursor: str, length: int) -> list[Any]:
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error) as error:
        raise BadCursor(cursor) from error
    if not isinstance(values, list) or len(values) != length:
        raise BadCursor(cursor)
    return values


def page(rows: QuerySet, *, order: tuple[str, ...], after: str | None = None, size: int = 50) -> Page:
    """`size` rows of `rows` in `order` (field names, '-' for descending, the last one unique) after a cursor.

    The fields hold no nulls. Raises BadCursor.
    """
    if after:
        rows = beyond(rows, order, after)
    found = list(rows.order_by(*order)[: size + 1])
    more = len(found) > size
    found = found[:size]
    cursor = encode([getattr(found[-1], name.lstrip("-")) for name in order]) if more else None
    return Page(found, cursor)


def beyond(rows: QuerySet, order: tuple[str, ...], after: str) -> QuerySet:
    """The rows that follow a cursor. Raises BadCursor."""
    try:
        return rows.filter(_beyond(order, decode(after, len(order))))
    except (TypeError, ValueError, ValidationError) as error:  # values that are none of these fields
        raise BadCursor(after) from error


def walk(rows: QuerySet, *, order: tuple[str, ...], most: int, size: int = 1000) -> Iterator:
    """The first `most` rows in `order`, read a page at a time: a file of fifty thousand costs no memory."""
    after = None
    while most > 0:
        found = page(rows, order=order, after=after, size=min(size, most))
        yield from found.rows
        most -= len(found.rows)
        after = found.next_cursor
        if after is None:
            return


def _beyond(order: tuple[str, ...], values: list[Any]) -> Q:
    """Rows after `values`: (a > x) or (a = x and b > y) …"""
    beyond, equal = Q(), Q()
    for name, value in zip(order, values, strict=True):
        field, than = name.lstrip("-"), "lt" if name.startswith("-") else "gt"
        beyond |= equal & Q(**{f"{field}__{than}": value})
        equal &= Q(**{field: value})
    # Said once more for the leading field alone, so that an index on it bounds the scan.
    field, than = order[0].lstrip("-"), "lte" if order[0].startswith("-") else "gte"
    return Q(**{f"{field}__{than}": values[0]}) & beyond
