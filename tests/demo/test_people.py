"""Invented persons: well-formed, and nobody's."""

from datetime import date
from random import Random

from shuangliu.demo.people import People
from shuangliu.privacy import id_number

TODAY = date(2026, 3, 11)


def crowd(seed=1, n=500):
    people = People(Random(seed), TODAY)
    return [people.person() for _ in range(n)]


def test_id_numbers_are_valid_but_of_an_area_that_never_was():
    for person in crowd():
        id_number.validate(person.id_number, today=TODAY)
        assert person.id_number.startswith("510199")
        assert (int(person.id_number[16]) % 2 == 0) == person.is_woman
        assert 18 <= TODAY.year - id_number.born_on(person.id_number).year <= 80


def test_phones_are_of_the_range_for_examples():
    assert all(person.phone.startswith("13800138") and len(person.phone) == 11 for person in crowd())


def test_the_crowd_is_mixed_and_the_same_each_time():
    people = crowd()
    assert 150 < sum(person.is_woman for person in people) < 350
    assert len({person.name for person in people}) > 350
    assert people == crowd()
    assert people != crowd(seed=2)
