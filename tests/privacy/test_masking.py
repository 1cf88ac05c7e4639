"""Numbers in free text."""

import pytest

from shuangliu.privacy.masking import mask_numbers


@pytest.mark.parametrize(("text", "masked"), [
    ("电话13812345678找王", "电话138****5678找王"),
    ("证件51012219800101123X。", "证件510122********123X。"),
    ("网格510116001001001，事件SJ00000012，座机83721000", "网格510116001001001，事件SJ00000012，座机83721000"),
    ("订单1381234567890", "订单1381234567890"),
])
def test_phones_and_ids_in_a_text_are_masked(text, masked):
    assert mask_numbers(text) == masked
