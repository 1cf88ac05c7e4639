"""Requests of people about their own data, one in each state: by the portal, at the counter, called back."""

import uuid
from datetime import timedelta
from random import Random

from grids.models import Level
from hotline.models import Ticket
from residents.models import Person
from shuangliu.subjects import actions
from shuangliu.subjects.models import SubjectRequest

from . import accounts
from .play import sweep
from .world import SEED, World

# How far each has come; what is asked, how many days ago, in which words.
TALES = (
    ("received", "access", 1, "想看看社区登记了我哪些信息。"),
    ("identified", "access", 3, "请给我一份我的信息副本。"),
    ("identified", "delete", 5, "我已经搬走，请删除我的登记。"),
    ("carried_out", "access", 4, "我要一份副本，办理入学用。"),
    ("answered", "correct", 30, "登记的电话是旧号码。"),
    ("answered", "explain", 25, "为什么要登记工作单位？"),
    ("refused", "delete", 40, "不想被登记。"),
    ("withdrawn", "access", 12, ""),
)


def load(world: World) -> int:
    """Returns how many requests there are."""
    made = Making(world)
    for number, tale in enumerate(TALES):
        made.tell(number, *tale)
    made.call_back()
    sweep(world.at)
    return SubjectRequest.objects.count()


class Making:
    """Brings each request so far, at the times when it would have happened."""

    def __init__(self, world: World):
        self.world, self.random = world, Random(SEED + 6)  # noqa: S311
        self.community = accounts.home(world)[Level.COMMUNITY]
        self.registrar, self.admin = world.users["registrar"], world.users["security"]
        self.people = list(Person.objects.filter(
            area_key__gte=self.community.low, area_key__lt=self.community.high, merged_into=None).exclude(
                id_hash="").filter(born_on__lt=world.today - timedelta(days=365 * 19)).order_by("id")[:len(TALES)])

    def tell(self, number: int, course: str, kind: str, days: int, text: str) -> None:
        at, person = self.world.at - timedelta(days=days, hours=3), self.people[number % len(self.people)]
        asked, _new = actions.ask(
            at=at, uuid=self._uuid(), kind=kind, text=text, phone=person.phone or "13800138000", desk="counter",
            area_key=self.community.key)
        if course == "withdrawn":
            actions.withdraw(asked, by=None, at=at + timedelta(hours=1))
        if course in ("received", "withdrawn"):
            return
        if kind == "explain":
            actions.answer(asked, by=self.registrar, at=at + timedelta(days=1),
                           answer="工作单位仅用于就业服务，可以不填，见个人信息处理规则。")
            return
        at += timedelta(hours=2)
        actions.identify(asked, by=self.registrar, at=at, how="counter", name=person.name, document=person.document,
                         id_number=person.id_number, phone=person.phone, seen_document=person.document,
                         seen_last=person.id_number[-4:])
        self._decide(asked, course, at + timedelta(days=1))

    def _decide(self, asked: SubjectRequest, course: str, at) -> None:
        if course == "refused":
            actions.refuse(asked, by=self.admin, at=at, ground="needed",
                           reason="您目前在本社区居住，人口登记是法定职责；搬离后可以申请删除。")
        elif course in ("carried_out", "answered"):
            by = self.registrar if asked.kind == "correct" else self.admin
            actions.grant(asked, by=by, at=at, left_out={})
            if asked.kind == "correct":
                actions.carry_out(asked, by=by, at=at, note="已更正联系电话。")
            if course == "answered":
                actions.answer(asked, by=self.registrar, at=at + timedelta(hours=1), answer="您的联系电话已更正。")

    def call_back(self) -> None:
        """About a ticket: the hotline's supervisor calls back."""
        ticket = Ticket.objects.filter(caller__isnull=False).order_by("id").last()
        if ticket:
            actions.ask(at=self.world.at - timedelta(days=2), uuid=self._uuid(), kind="access", about=ticket,
                        phone=ticket.caller.phone, area_key=ticket.area_key, text="想要我反映事项的全部记录。")

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.random.getrandbits(128), version=4)
