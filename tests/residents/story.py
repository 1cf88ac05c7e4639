"""What the tests of residents say in one line: `register(name="罗永贵", number=ID)`."""

import uuid
from datetime import date, datetime

from residents import actions
from residents.models import Building, Dwelling, Person
from shuangliu.privacy.id_number import check_digit
from tests.conftest import NOW

TODAY = NOW.date()


def with_check_digit(first17: str) -> str:
    return first17 + check_digit(first17)


# Invented.
LUO = with_check_digit("51012219750520123")  # a man of 1975, by the code of the county until 2015
TANG = with_check_digit("51018419881001264")  # a woman of October 1988


class Homes:
    """Buildings and people of the cast's grid 1. `at` moves on by hand."""

    def __init__(self, cast, at: datetime = NOW):
        self.cast, self.at = cast, at

    def building(self, name="棠湖小区3栋", area=None) -> Building:
        area = area or self.cast.grid
        return Building.objects.get_or_create(area=area, area_key=area.key, name=name)[0]

    def dwelling(self, unit="2单元", room="501", building=None, area=None) -> Dwelling:
        building = building or self.building(area=area)
        return Dwelling.objects.get_or_create(building=building, area_key=building.area_key, unit=unit, room=room)[0]

    def register(self, name="罗永贵", number=LUO, dwelling=None, by=None, kind="registered", uuid_=None,
                 **given) -> Person:
        person, _new = actions.register(
            by=by or self.cast.xie, at=self.at, uuid=uuid_ or uuid.uuid4(), dwelling=dwelling or self.dwelling(),
            kind=kind, name=name, id_number=number, since=given.pop("since", date(2020, 5, 1)), **given)
        return person
