"""A page of what is found, newest first, at a price that depends neither on the word nor on the history.

A frequent word is soon found by reading the newest rows and comparing; by the index it is the most expensive of
all, since half of the table has to be sorted for fifty rows. A rare word is the other way round. Who cannot know
which it is looks among the newest rows first, and in all of them when those have not filled the page.
"""

from django.db.models import QuerySet

from shuangliu.pages import keyset

LOOK = 5000  # rows; some 4 ms
ORDER = ("-id",)


def newest(found: QuerySet, *, near: QuerySet, around: QuerySet, after: str | None = None,
           size: int = 50) -> keyset.Page:
    """The page of `found`, rows of `matching`, after a cursor; `near` are the same by `containing`. `around` are the
    rows in whose newest ones it pays to look: those of `found` without word and finer filters, so that an index gives
    them in order. Raises BadCursor."""
    edge = _edge(around, after)
    page = keyset.page(near if edge is None else near.filter(pk__gt=edge), order=ORDER, after=after, size=size)
    if edge is None or page.next_cursor:
        return page
    return keyset.page(found, order=ORDER, after=after, size=size)


def _edge(around: QuerySet, after: str | None) -> int | None:
    """The key behind which LOOK rows lie, None when there are fewer."""
    if after:
        around = keyset.beyond(around, ORDER, after)
    return around.order_by("-pk").values_list("pk", flat=True)[LOOK : LOOK + 1].first()
