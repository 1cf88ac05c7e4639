"""Which columns of a list a person wants to see: kept by the browser, for each person who works in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Column:
    """`cell` makes the `<td>` of a row, as safe HTML; a column that is not `usual` shows when it is chosen."""

    name: str
    label: Any
    cell: Callable[..., str]
    is_usual: bool = True


def chosen(request, key: str, columns: Sequence[Column]) -> list[Column]:
    """The columns of the list `key` that the person has chosen, in the order of the list; else the usual ones."""
    kept = request.COOKIES.get(_cookie(request, key))
    if kept is None:
        return [column for column in columns if column.is_usual]
    names = kept.split(".")
    return [column for column in columns if column.name in names]


def remember(response: HttpResponse, request, key: str, names: Sequence[str]) -> HttpResponse:
    response.set_cookie(_cookie(request, key), ".".join(names), max_age=A_YEAR, httponly=True, samesite="Lax",
                        secure=request.is_secure())
    return response


def _cookie(request, key: str) -> str:
    # An office computer has many users.
    return f"columns_{key}_{request.user.pk}"
