"""Invented persons. Names are put together from common characters; ID numbers carry an area code that was
never assigned (510199) and valid check digits; phones are 138 0013 8xxx and 028-0000-xxxx (domain.md §4.2)."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from shuangliu.privacy import credit_code
from shuangliu.privacy.id_number import check_digit

NEVER_ASSIGNED = "510199"
SURNAMES = (  # the commoner ones first
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁余叶蒋杜苏魏程"
    "吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵"
    "万钱严赖覃洪武莫孔"
)
WOMEN = "芳娜敏静丽艳娟霞秀燕玲桂英梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉兰凤洁琴淑惠群婷玉蓉"
MEN = "伟强磊洋勇军杰涛超明刚平辉健康建国志华文斌林波海峰飞鹏浩宇亮俊德成光荣永贵富春生福洪安全和金根兴发"
OLDEST, YOUNGEST = 78, 20  # years


@dataclass(frozen=True)
class Person:
    name: str
    is_woman: bool
    id_number: str
    phone: str


class People:
    """An endless crowd: the same persons in the same order for the same random source."""

    def __init__(self, random: Random, today: date):
        self.random, self.today = random, today

    def person(self, is_woman: bool | None = None, age: int | None = None) -> Person:
        is_woman = self.random.random() < 0.5 if is_woman is None else is_woman
        return Person(self.name(is_woman), is_woman, self.id_number(is_woman, age), self.mobile())

    def name(self, is_woman: bool) -> str:
        """A surname (the commoner ones more often) and one or two characters."""
        surname = SURNAMES[int(len(SURNAMES) * self.random.random() ** 2)]
        length = 1 if self.random.random() < 0.2 else 2
        return surname + "".join(self.random.sample(WOMEN if is_woman else MEN, length))

    def id_number(self, is_woman: bool, age: int | None = None) -> str:
        """18 characters; the 17th digit is odd for men and even for women (GB 11643)."""
        days = age * 366 if age else self.random.randint(YOUNGEST * 365, OLDEST * 365)
        born = self.today - timedelta(days=days)
        sequence = self.random.randrange(500) * 2 + (not is_woman)
        first17 = f"{NEVER_ASSIGNED}{born:%Y%m%d}{sequence:03d}"
        return first17 + check_digit(first17)

    def credit_code(self) -> str:
        """18 characters of an organisation that does not exist (GB 32100): 510199 stands for its county here too."""
        first17 = f"91{NEVER_ASSIGNED}MA{self.random.randrange(10**7):07d}"
        return first17 + credit_code.check_character(first17)

    def mobile(self) -> str:
        return f"13800138{self.random.randrange(1000):03d}"

    def landline(self) -> str:
        return f"028-0000-{self.random.randrange(10_000):04d}"
