"""Numbers of documents, by the kind of document."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from shuangliu.privacy import credit_code, documents
from shuangliu.privacy.documents import Document

TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(("document", "number"), [
    ("111", "510199198001012016"), ("113", "510199201409012019"), ("117", "Q510123456"), ("414", "E12345678"),
    ("414", "G1234567"), ("516", "H12345678"), ("516", "M1234567801"), ("511", "12345678"), ("553", "CHN510012345678"),
    ("990", "军退0123"), ("USC", "91350100M000100Y43"),
])
def test_right_numbers(document, number):
    if document == "113":  # a child's number stands in the household register
        number = number[:17] + documents.id_number.check_digit(number[:17])
    documents.validate(document, number, today=TODAY)


@pytest.mark.parametrize(("document", "number"), [
    ("111", "E12345678"), ("111", "510199198001012017"), ("414", "510199198001012016"), ("414", "ABCDEFGH"),
    ("516", "X12345678"), ("511", "1234567"), ("553", "510199198001012016"), ("117", "123"), ("990", "1"),
    ("USC", "91350100M000100Y44"), ("USC", "91350100M000100I43"), ("USC", "91350100M"),
])
def test_wrong_numbers(document, number):
    with pytest.raises(ValidationError):
        documents.validate(document, number, today=TODAY)


def test_a_letter_that_codes_do_not_use():
    assert credit_code.check_character("91350100M000100Y4") == "3"
    with pytest.raises(ValueError, match="substring"):
        credit_code.check_character("9135010ZM000100Y4")


def test_what_a_number_tells():
    man, woman = "510199198001012016", "510199199002020039"
    assert (documents.born_on(Document.ID_CARD, man), documents.sex(Document.ID_CARD, man)) == (date(1980, 1, 1), "1")
    assert documents.sex(Document.HOUSEHOLD, woman[:16] + "29") == "2"
    assert (documents.born_on(Document.PASSPORT, man), documents.sex(Document.PASSPORT, man)) == (None, "")
    assert documents.sex(Document.ID_CARD, "") == ""
