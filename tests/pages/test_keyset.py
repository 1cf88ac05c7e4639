"""Paging by the last row seen reaches every row once, in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from shuangliu.accounts.models import User
from shuangliu.pages import keyset


class Walk(TestCase):
    @given(names=st.lists(st.sampled_from("甲乙丙"), max_size=12), size=st.integers(1, 5), down=st.booleans())
    def test_all_rows_once_in_order(self, names, size, down):
        User.objects.bulk_create(User(username=f"u{n}", name=name) for n, name in enumerate(names))
        order = ("-name", "-id") if down else ("name", "id")
        seen, cursor = [], None
        while True:
            page = keyset.page(User.objects.all(), order=order, after=cursor, size=size)
            seen += [user.pk for user in page.rows]
            cursor = page.next_cursor
            if cursor is None:
                break
        assert seen == list(User.objects.order_by(*order).values_list("pk", flat=True))


@pytest.mark.parametrize("cursor", ["x", "e30", "W10", "WzEsMiwzXQ", "💥"])
@pytest.mark.django_db
def test_a_foreign_cursor_is_refused(cursor):
    with pytest.raises(keyset.BadCursor):
        keyset.page(User.objects.all(), order=("name", "id"), after=cursor)


def test_walking_takes_all_of_them_page_by_page_and_no_more_than_asked(db):
    User.objects.bulk_create(User(username=f"u{n}") for n in range(7))
    for most, walked in [(100, "6543210"), (7, "6543210"), (6, "654321"), (4, "6543"), (3, "654"), (0, "")]:
        found = keyset.walk(User.objects.all(), order=("-username",), most=most, size=3)
        assert "".join(user.username[1:] for user in found) == walked
