"""ID numbers of GB 11643; the standard's own examples among them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from shuangliu.privacy import id_number
from shuangliu.privacy.masking import mask_id_number, mask_name, mask_phone

TODAY = date(2026, 3, 11)


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014"])
def test_the_examples_of_the_standard_are_valid(number):
    id_number.validate(number, today=TODAY)


def test_an_abolished_area_code_and_an_october_birthday_are_valid():
    first17 = "51012219801010000"
    id_number.validate(first17 + id_number.check_digit(first17), today=TODAY)


@pytest.mark.parametrize(("number", "code"), [
    ("1101051949123100", "format"),
    ("11010519491231002Y", "check"),
    ("110105194912310021", "check"),
    ("11010519490231002X", "birthday"),
    ("11010520991231002X", "birthday"),
    ("１１010519491231002X", "format"),
])
def test_refused_numbers_say_what_is_wrong(number, code):
    with pytest.raises(ValidationError) as refused:
        id_number.validate(number, today=TODAY)
    assert refused.value.code == code


def test_normalising_narrows_and_raises():
    assert id_number.normalise(" １１０１０５19491231００２ｘ ") == "11010519491231002X"


def test_masks():
    assert mask_name("张三丰") == "张**"
    assert mask_name("阿依古丽·买买提") == "阿依古丽·**"
    assert mask_id_number("510122198001011234") == "510122********1234"
    assert mask_phone("13800138000") == "138****8000"
    assert "0000" not in mask_phone("02885670000")[3:7]
    assert mask_name("") == mask_phone("") == mask_id_number("") == ""
