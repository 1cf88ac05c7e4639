"""Pages of what is found: the same whichever way they are found."""

import pytest

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


def pages(text, size=6):
    after, all_pages = None, []
    while True:
        page = search.newest(Incident.objects.all(), text, around=Incident.objects.all(), after=after, size=size)
        all_pages.append([row.pk for row in page.rows])
        after = page.next_cursor
        if after is None:
            return all_pages


@pytest.mark.parametrize("look", [3, 10, 15, 39, 40, 5000])
@pytest.mark.parametrize("text", ["垃圾", "井盖", "路灯", "没有"])
def test_every_row_comes_once_and_newest_first(many, monkeypatch, look, text):
    monkeypatch.setattr(paging, "LOOK", look)
    holding = [row.pk for row in reversed(many) if text in row.description]
    shown = pages(text)
    assert sum(shown, []) == holding
    assert all(len(page) == 6 for page in shown[:-1])


def test_a_frequent_word_needs_no_index(many, monkeypatch):
    monkeypatch.setattr(paging, "LOOK", 20)
    monkeypatch.setattr(paging, "matching", None)
    assert len(search.newest(Incident.objects.all(), "垃圾", around=Incident.objects.all(), size=6).rows) == 6
    with pytest.raises(TypeError):
        search.newest(Incident.objects.all(), "井盖", around=Incident.objects.all(), size=6)


def test_a_cursor_of_another_list(many):
    with pytest.raises(BadCursor):
        search.newest(Incident.objects.all(), "垃圾", around=Incident.objects.all(), after="unsinn")
