"""Pages of what is found: the same whichever way they are found."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from incidents.models import Incident
from shuangliu import search
from shuangliu.pages.keyset import BadCursor
from shuangliu.search import paging
from tests.conftest import NOW


@pytest.fixture
def many(story):
    """Forty incidents: each second of rubbish, three of a manhole, long ago."""
    texts = ["路边垃圾" if n % 2 else "井盖坏了" if n < 6 else "路灯不亮" for n in range(40)]
    return Incident.objects.bulk_create([
        Incident(category=story.kinds["E01-01"], area_key=story.cast.community.key, description=text, reported_at=NOW,
                 due_at=NOW) for text in texts])


def page(text, after=None, size=6):
    rows = Incident.objects.all()
    return search.newest(search.matching(rows, text), near=search.containing(rows, text), around=rows, after=after,
                         size=size)


def pages(text, size=6):
    after, all_pages = None, []
    while True:
        found = page(text, after, size)
        all_pages.append([row.pk for row in found.rows])
        after = found.next_cursor
        if after is None:
            return all_pages


@pytest.mark.parametrize("look", [3, 10, 15, 39, 40, 5000])
@pytest.mark.parametrize("text", ["垃圾", "井盖", "路灯", "没有"])
def test_every_row_comes_once_and_newest_first(many, monkeypatch, look, text):
    monkeypatch.setattr(paging, "LOOK", look)
    shown = pages(text)
    assert [key for keys in shown for key in keys] == [row.pk for row in reversed(many) if text in row.description]
    assert all(len(keys) == 6 for keys in shown[:-1])


def test_a_frequent_word_is_found_among_the_newest(many, monkeypatch):
    monkeypatch.setattr(paging, "LOOK", 20)
    for text, queries in (("垃圾", 2), ("井盖", 3)):
        with CaptureQueriesContext(connection) as asked:
            page(text)
        assert len(asked) == queries, text


def test_a_cursor_of_another_list(many):
    with pytest.raises(BadCursor):
        page("垃圾", "unsinn")
