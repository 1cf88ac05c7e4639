"""Who is restricted is stored and shown nowhere (PIPL art. 47); the number still belongs to them."""

import pytest

from residents import actions
from residents.models import Person
from residents.register import duplicates
from shuangliu.retention import restrictions


@pytest.fixture
def luo(homes, cast):
    luo = homes.register(phone="13800001234")
    restrictions.restrict(luo, by=cast.an, at=homes.at, reason="本人要求删除，法律要求保存",
                          basis="个人信息保护法第四十七条")
    return luo


def test_on_no_page_of_the_register(luo, homes, cast, browser):
    registrar = browser(cast.xie)
    assert registrar.get(luo.get_absolute_url()).status_code == 404
    for page in ("/residents/people/", homes.dwelling().get_absolute_url()):
        assert "罗**" not in registrar.get(page).content.decode(), page


def test_nobody_is_thought_to_be_the_same(luo, homes):
    twin = homes.register(number="", phone="13800001234", dwelling=homes.dwelling(room="502"))
    assert not duplicates.look(twin, at=homes.at)


def test_the_number_is_not_given_twice(luo, homes):
    with pytest.raises(actions.AlreadyThere):
        homes.register(dwelling=homes.dwelling(room="502"))
    assert Person.objects.count() == 1


def test_lifted_they_are_there_again(luo, homes, cast):
    restrictions.lift(restrictions.Restriction.objects.get(), by=cast.an, at=homes.at, why="本人撤回")
    assert list(Person.objects.visible_to(cast.xie)) == [luo]
