"""Text as pairs, and where words stand in it: without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangliu import search

TEXT = st.text(alphabet="路灯坏了Ab<&>'\" 🚧𡐓", max_size=120)


def test_pairs_of_neighbours():
    assert search.bigrams("路灯坏") == {"路灯", "灯坏"}
    assert search.bigrams("坏") == search.bigrams("") == set()
    assert search.bigrams("𡐓🚧A") == {"𡐓🚧", "🚧a"}


def test_words_are_parted_by_blanks_of_every_width_and_come_once():
    assert search.words(" 垃圾　桥头\t垃圾 SJ\u00a0sj ") == ["垃圾", "桥头", "sj"]
    assert search.words("垃\0圾\ud800桶") == ["垃", "圾", "桶"]
    assert search.words(" \0 ") == []


@pytest.mark.parametrize(("text", "enough"), [("灯", False), ("灯 坏", False), ("", False), ("路灯", True),
                                              ("灯 路灯", True), ("🚧", False), ("🚧🚧", True)])
def test_one_character_alone_is_in_no_pair(text, enough):
    assert search.is_enough(text) is enough


def test_likeness():
    assert search.likeness("路边有一堆垃圾", "路边有一堆垃圾") == 1
    assert search.likeness("路边有一堆垃圾", "井盖破损") == search.likeness("", "井盖") == 0
    assert search.likeness("路边有一堆垃圾。", "路边 有一堆垃圾！") > 0.9
    near, far = search.likeness("路口一堆垃圾没人管", "路边有一堆垃圾"), search.likeness("路灯不亮", "路边有一堆垃圾")
    assert near > 0.4 > far


def test_marks_are_safe():
    assert search.marked("<b>路灯</b>&坏", ["路灯"]) == "&lt;b&gt;<mark>路灯</mark>&lt;/b&gt;&amp;坏"
    assert search.marked("a<b", ["<"]) == "a<mark>&lt;</mark>b"
    assert search.marked("ABab", ["ab"]) == "<mark>ABab</mark>"
    assert search.marked("路灯坏", ["路灯", "灯坏"]) == "<mark>路灯坏</mark>"


def test_an_excerpt_shows_the_hit_wherever_it_is():
    long = "一" * 100 + "路灯" + "二" * 100
    assert search.excerpt("路灯坏了", ["路灯"], 60) == "路灯坏了"
    assert search.excerpt("路灯" + long, ["路灯"], 60) == "路灯" + "一" * 57 + "…"
    found = search.excerpt(long, ["路灯"], 60)
    assert (found[0], found[-1], len(found)) == ("…", "…", 60)
    assert "路灯" in found


@given(TEXT, st.lists(st.text("路灯坏Ab<&🚧", min_size=1, max_size=4), max_size=3))
def test_marking_changes_no_text(text, words):
    import html
    import re

    plain = search.marked(text, search.words(" ".join(words)))
    assert html.unescape(re.sub("</?mark>", "", plain)) == text
    assert len(search.excerpt(text, words, 60)) <= 60
