"""Who lives behind a door: families registered here, and people who came from elsewhere, three in ten.

All are invented. Their ID numbers carry an area code that was never assigned (people.py), so that nobody has them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from residents.models.households import Relation
from shuangliu.privacy.id_number import check_digit

from .people import MEN, NEVER_ASSIGNED, SURNAMES, WOMEN

FROM_ELSEWHERE = 0.32  # of the homes; their households are a little smaller
TRADES = ["双流区棠湖机械厂", "川西物流有限公司", "东升建筑劳务队", "蜀味餐饮店", "双流电子装配车间", "家政服务部", ""]
ORIGINS = ["511900", "511600", "511300", "512000", "510500", "522300", "533100"]


@dataclass(frozen=True)
class Dweller:
    name: str
    is_woman: bool
    born_on: date
    id_number: str
    relation: str = ""
    employer: str = ""
    origin_code: str = ""

    def age(self, today: date) -> int:
        return today.year - self.born_on.year - ((today.month, today.day) < (self.born_on.month, self.born_on.day))


class Families:
    """An endless street: the same families in the same order for the same random source. No number comes twice."""

    def __init__(self, random: Random, today: date):
        self.random, self.today, self.numbers = random, today, set()

    def registered(self) -> list[Dweller]:
        """The head first: alone and old, a couple, with one child or two, three generations."""
        kind = self.random.choices(["alone", "couple", "child", "children", "three"], [12, 22, 36, 12, 18])[0]
        age = {"alone": (56, 88), "couple": (30, 76), "child": (30, 52), "children": (31, 48), "three": (33, 50)}[kind]
        head = self.random.randint(*age)
        surname, is_woman = self._surname(), kind == "alone" and self.random.random() < 0.6
        family = [self._one(surname, is_woman, head, Relation.HEAD)]
        if kind != "alone":
            family.append(self._one(self._surname(), True, head - self.random.randint(-2, 4), Relation.SPOUSE))
            for _ in range({"child": 1, "children": 2, "three": 1}.get(kind, 0)):
                is_girl = self.random.random() < 0.48
                family.append(self._one(surname, is_girl, max(0, head - self.random.randint(24, 31)),
                                        Relation.DAUGHTER if is_girl else Relation.SON))
        if kind == "three":
            family.append(self._one(surname, self.random.random() < 0.6, head + self.random.randint(23, 29),
                                    Relation.PARENT))
        return family

    def from_elsewhere(self) -> list[Dweller]:
        """Workers who share a flat, or a young family; each with the county they are registered in."""
        origin = self.random.choice(ORIGINS)
        if self.random.random() < 0.55:
            return [self._one(self._surname(), self.random.random() < 0.4, self.random.randint(19, 52), "",
                              origin=self.random.choice(ORIGINS)) for _ in range(self.random.choice([1, 2, 2, 3, 4]))]
        age, surname = self.random.randint(24, 44), self._surname()
        family = [self._one(surname, False, age, "", origin=origin),
                  self._one(self._surname(), True, age - 1, "", origin=origin)]
        if self.random.random() < 0.7:
            family.append(self._one(surname, self.random.random() < 0.5, self.random.randint(0, 15), "", origin=origin))
        return family

    def behind_a_door(self) -> Iterator[tuple[bool, list[Dweller]]]:
        while True:
            is_elsewhere = self.random.random() < FROM_ELSEWHERE
            yield is_elsewhere, self.from_elsewhere() if is_elsewhere else self.registered()

    def _one(self, surname: str, is_woman: bool, age: int, relation: str, origin: str = "") -> Dweller:
        length = 1 if self.random.random() < 0.2 else 2
        name = surname + "".join(self.random.sample(WOMEN if is_woman else MEN, length))
        born_on = self.today - timedelta(days=round(365.25 * age) + self.random.randint(1, 364))
        employer = self.random.choice(TRADES) if 18 <= age < 60 else ""
        return Dweller(name, is_woman, born_on, self._number(born_on, is_woman), relation, employer, origin)

    def _number(self, born_on: date, is_woman: bool) -> str:
        while True:
            sequence = self.random.randrange(500) * 2 + (not is_woman)
            first17 = f"{NEVER_ASSIGNED}{born_on:%Y%m%d}{sequence:03d}"
            if first17 not in self.numbers:
                self.numbers.add(first17)
                return first17 + check_digit(first17)

    def _surname(self) -> str:
        return SURNAMES[int(len(SURNAMES) * self.random.random() ** 2)]
