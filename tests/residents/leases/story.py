"""What the tests of leases say in one line: `lettings.lease("registered")`."""

import uuid
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count

from residents.leases import actions
from residents.leases.actions import Given
from residents.leases.models import Lease
from residents.leases.models.leases import Filer
from residents.leases.rules import Paper
from tests.residents.story import LUO, TANG, Homes, with_check_digit

LANDLORD = Given("罗永贵", LUO, phone="13800001234")
TENANT = Given("唐秀英", TANG, phone="13900005678")
ALL_PAPERS = list(Paper.values)
WAY = {
    "draft": [], "submitted": [], "need_more": ["need_more"], "accepted": ["accept"],
    "registered": ["accept", "register"], "changed": ["accept", "register", "change"],
    "renewed": ["accept", "register", "renew"], "refused": ["refuse"], "withdrawn": ["withdraw"],
    "ended": ["accept", "register", "end"], "asked": ["accept", "register", "ask"],
}
numbers = count(1)


def somebody(name: str = "张三") -> Given:
    """Somebody with a number of their own."""
    return Given(name, with_check_digit(f"51018419900101{next(numbers) % 1000:03d}"), phone="13700000000")


class Lettings:
    """Leases of the first town's grid 1, where Xie is the registrar. `at` moves on by hand."""

    def __init__(self, cast, homes: Homes | None = None):
        self.cast, self.homes = cast, homes or Homes(cast)
        self.at: datetime = self.homes.at
        self.rooms = count(101 + Lease.objects.count())

    @property
    def today(self) -> date:
        return self.at.date()

    def file(self, *, by=None, side=Filer.LANDLORD, landlords=(LANDLORD,), tenants=(TENANT,), uuid_=None, dwelling=None,
             **given) -> Lease:
        terms = {"space": "whole", "use": "02", "floor_area": Decimal("60"), "rooms": 2, "people": 2, "rent": "1800",
                 "signed_on": self.today - timedelta(days=2), "starts_on": self.today - timedelta(days=1),
                 "ends_on": self.today + timedelta(days=363)} | given
        lease, _new = actions.file(
            by=by, at=self.at, uuid=uuid_ or uuid.uuid4(), side=side, area=self.cast.community, dwelling=dwelling,
            address="棠湖小区3栋2单元501", landlords=landlords, tenants=tenants, **terms)
        return lease

    def dwelling(self):
        return self.homes.dwelling(room=str(next(self.rooms)))

    def lease(self, state: str = "registered", *, dwelling=None, **given) -> Lease:
        """One that has come so far; "asked": registered, and its renewal is asked for."""
        lease = self.file(is_draft=state == "draft", **given)
        for step in WAY[state]:
            getattr(self, step)(lease, dwelling=dwelling)
        return lease

    def need_more(self, lease, **_more):
        actions.need_more(lease, by=self.cast.xie, at=self.at, needs=[Paper.TITLE], note="请补房产证照片")

    def accept(self, lease, dwelling=None):
        actions.accept(lease, by=self.cast.xie, at=self.at, dwelling=dwelling or self.dwelling(), papers=ALL_PAPERS)

    def register(self, lease, **_more):
        actions.register_lease(lease, by=self.cast.xie, at=self.at)

    def change(self, lease, **_more):
        actions.change(lease, by=self.cast.xie, at=self.at, rent="2000")

    def renew(self, lease, **_more):
        actions.renew(lease, by=self.cast.xie, at=self.at, ends_on=lease.ends_on + timedelta(days=365))

    def refuse(self, lease, **_more):
        actions.refuse(lease, by=self.cast.xie, at=self.at, refusal="illegal", reason="顶楼加建，无规划许可")

    def withdraw(self, lease, **_more):
        actions.withdraw(lease, by=None, at=self.at, side=Filer.LANDLORD)

    def end(self, lease, **_more):
        actions.end(lease, by=self.cast.xie, at=self.at, ended_on=self.today)

    def ask(self, lease, **_more):
        actions.ask(lease, by=None, at=self.at, uuid=uuid.uuid4(), kind="renew", side=Filer.LANDLORD,
                    ends_on=lease.ends_on + timedelta(days=365))
