"""Lines as Chinese typesetting wants them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangliu.typesetting.typeset import NO_END, NO_START, lines

pytestmark = pytest.mark.once

SIGNS = "人民调解协议书，。；：（）“”《》、！？0123456789abc 元"


def wide(text: str) -> float:
    return sum(0.5 if sign < "\u2000" else 1 for sign in text)


@given(st.text(SIGNS, max_size=200), st.integers(8, 40))
def test_nothing_is_lost_and_nothing_sticks_out(text, width):
    found = lines(text, width, wide)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(wide(line) <= width for line in found)


@given(st.text("人民调解协议书", min_size=1, max_size=5).flatmap(
    lambda word: st.lists(st.sampled_from([word + "，", "（" + word + "）", "“" + word + "。”", word]), max_size=30)))
def test_marks_cling_to_their_words(parts):
    for line in lines("".join(parts), 14, wide):
        assert not line or line[0] not in NO_START
        assert not line or line[-1] not in NO_END


def test_figures_stay_whole():
    assert lines("身份证号510199198001012016。", 12, wide) == ["身份证号", "510199198001012016。"]
    assert lines("赔偿人民币200.00元整", 8, wide) == ["赔偿人民币", "200.00元整"]


def test_days_are_not_torn():
    assert lines("于2026年3月25日前履行", 4, wide) == ["于2026年", "3月25日", "前履行"]


def test_the_first_line_leaves_room_for_two_characters():
    assert lines("一二三四五六七八九十", 6, wide, first=2) == ["一二三四", "五六七八九十"]
