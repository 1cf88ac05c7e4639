"""What the tests of the pages say in one line."""

import uuid

from residents import actions
from residents.models import Household
from residents.register import duplicates
from shuangliu.privacy.id_number import check_digit
from tests.conftest import NOW

from ..story import LUO, TANG, Homes


def numbered(n: int) -> str:
    """The ID number of the n-th invented person."""
    first17 = f"5101161980{n // 28 % 12 + 1:02d}{n % 28 + 1:02d}{n // 336:03d}"
    return first17 + check_digit(first17)


def form(**given) -> dict:
    """The form of registration as the browser sends it."""
    return {"uuid": str(uuid.uuid4()), "id_number": LUO, "document": "111", "name": "罗永贵",
            "dwelling": "棠湖小区3栋2单元501", "kind": "registered", **given}


class Register(Homes):
    """People of the cast's grid 1, and what is done with them."""

    def luo(self, **given):
        return self.register(phone="13800001234", **given)

    def tang(self, **given):
        return self.register(name="唐秀英", number=TANG, **given)

    def household(self) -> Household:
        """Luo is the head, Tang his wife; both live at 2单元501."""
        luo, tang = self.luo(), self.tang()
        household = actions.form(by=self.cast.xie, at=self.at, dwelling=self.dwelling(), head=luo,
                                 register_number="510116001")
        actions.join(household, tang, by=self.cast.xie, at=self.at, relation="1")
        return household

    def permit(self, person=None, **given):
        person = person or self.luo()
        return actions.add_permit(person, by=self.cast.xie, at=self.at, kind="01", permit_number="5101160012345678",
                                  issued_on=None, **{"expires_on": None, **given})

    def pair(self):
        """Luo with his number, and once more with his phone alone."""
        luo = self.luo()
        twin = self.register(name="罗永贵", number="", phone="13800001234", dwelling=self.dwelling(room="502"))
        return duplicates.Likeness.objects.get(one=luo, other=twin)

    def pair_elsewhere(self):
        """Luo, and in the other town somebody with his name and phone."""
        luo, area = self.luo(), self.cast.areas["510116002001001"]
        there = self.register(name="罗永贵", number="", phone="13800001234", by=self.cast.yan,
                              dwelling=self.dwelling(building=self.building("航都家园1栋", area)))
        return duplicates.Likeness.objects.get(one=luo, other=there)

    def merged(self):
        pair = self.pair()
        return actions.merge(pair.one, pair.other, by=self.cast.xie, at=NOW, reason="已核对证件")
