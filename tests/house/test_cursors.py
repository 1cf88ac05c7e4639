"""A page behind a cursor of another list is refused, on every list that has pages."""

import pytest
from django.urls import reverse

from shuangliu.pages import keyset

from .test_query_counts import LISTS


@pytest.mark.parametrize("route", LISTS)
def test_a_foreign_cursor_is_a_bad_request(route, cast, browser, now, monkeypatch):
    person, make = LISTS[route]
    make(cast, 1)
    asked, page = [], keyset.page

    def paged(rows, **more):
        asked.append(more.get("after"))
        return page(rows, **more)

    monkeypatch.setattr(keyset, "page", paged)
    answer = browser(getattr(cast, person)).get(reverse(route), {"after": "unsinn"})
    # Lists that are short by nature, and those that show only what is best, know no cursor.
    assert answer.status_code == (400 if "unsinn" in asked else 200)
