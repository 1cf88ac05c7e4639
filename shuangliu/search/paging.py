"""A page of what is found, newest first, at a price that depends neither on the word nor on the history.

A frequent word is soon found by reading the newest rows and comparing; by the index it is the most expensive of
all, since half of the table has to be sorted for fifty rows. A rare word is the other way round. Who cannot know
which it is looks at the newest rows first, and asks the index when they have not filled the page.
"""

from django.db.models import QuerySet

from shuangliu.pages import keyset

from .lookups import containing, matching

LOOK = 5000  # rows; some 4 ms
ORDER = ("-id",)


def newest(found: QuerySet, text: str, *, around: QuerySet, after: str | None = None, size: int = 50) -> keyset.Page:
    """The page of `found` that holds `text`, after a cursor. `around` are rows in whose newest ones it pays to look:
    those of `found` without its finer filters, so that an index gives them in order. Raises BadCursor, and
    ValueError for a text that is not enough."""
    edge = _edge(around, after)
    near = containing(found if edge is None else found.filter(pk__gt=edge), text)
    page = keyset.page(near, order=ORDER, after=after, size=size)
    if edge is None or page.next_cursor:
        return page
    return keyset.page(matching(found, text), order=ORDER, after=after, size=size)


def _edge(around: QuerySet, after: str | None) -> int | None:
    """The key behind which LOOK rows lie, None when there are fewer."""
    if after:
        around = around.filter(pk__lt=keyset.decode(after, len(ORDER))[0])
    return around.order_by("-pk").values_list("pk", flat=True)[LOOK : LOOK + 1].first()
