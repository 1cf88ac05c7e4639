"""What the tests of courtyards say in one line: `yards.courtyard("works")`. `at` moves on by hand."""

import uuid
from datetime import date, datetime, timedelta

from patrol.courtyards import actions
from patrol.courtyards.catalogue import Defence
from patrol.courtyards.limits import months_after
from patrol.courtyards.models import Courtyard, Programme
from shuangliu import attachments
from shuangliu.attachments.forms import part_of
from shuangliu.attachments.models import Attachment
from tests.conftest import NOW

PEOPLE = [("白建国", "13800005551"), ("罗玉兰", "13800005552"), ("周福生", ""), ("叶小梅", "")]
HALF = {"people": "missing", "physical": "partly", "technical": "missing", "fire": "partly"}
BUDGET = 120_000_000_00  # fen: 1.2 亿元

WAY = ["surveyed", "forming", "governed", "planning", "voted", "endorsed", "approved", "works", "built", "accepted",
       "long_term", "reviewed", "relapsed"]
STEPS = {"forming": "propose", "governed": "govern", "planning": "plan", "voted": "vote", "endorsed": "endorse",
         "approved": "approve", "works": "begin", "built": "finish", "accepted": "accept", "long_term": "settle",
         "reviewed": "review", "relapsed": "relapse"}


class Yards:
    """Courtyards in the first town's grid 1: Wang sees them, Zhao and Sun run them, Tang approves."""

    def __init__(self, cast):
        self.cast, self.at, self.number = cast, NOW, 0

    @property
    def today(self) -> date:
        return self.at.date()

    def later(self, **span) -> datetime:
        self.at += timedelta(**span)
        return self.at

    @property
    def programme(self) -> Programme:
        return Programme.objects.get_or_create(name="三无院落整治专项", defaults={
            "budget": BUDGET, "starts_on": date(2026, 1, 1), "ends_on": date(2027, 12, 31)})[0]

    def enter(self, *, by=None, uuid_=None, **given) -> Courtyard:
        self.number += 1
        seen = {"has_guard": False, "has_property_mgmt": False, "has_organisation": False, "households": 90,
                "residents": 240, "defences": HALF, "area": self.cast.grid, "name": f"棠湖西路{self.number}号院",
                "address": f"棠湖西路{self.number}号", "needs": "自行车经常被偷，想装个大门"}
        return actions.enter(by=by or self.cast.wang, at=self.at, uuid=uuid_ or uuid.uuid4(), **seen | given)[0]

    def courtyard(self, state: str = "surveyed", **given) -> Courtyard:
        """One that has come so far."""
        found = self.enter(**given)
        for name in WAY[1:WAY.index(state) + 1]:
            if state == "relapsed" and name == "reviewed":
                continue
            getattr(self, STEPS[name])(found)
        return found

    def file(self, draft, by, role="report", number=0) -> None:
        """A staged file, without the bytes that nobody looks at here."""
        Attachment.objects.create(draft=draft, role=role, name="照片.jpg", content_type="image/jpeg", size=10, width=1,
                                  height=1, sha256=f"{number:064}", file="a.jpg", thumbnail="b.jpg", uploaded_by=by,
                                  uploaded_at=self.at)

    def do(self, act, courtyard, *, by=None, **given):
        return getattr(actions, act)(courtyard, by=by or self.cast.zhao, at=self.at, **given)

    def propose(self, courtyard, people=PEOPLE) -> None:
        self.do("propose", courtyard, uuid=uuid.uuid4(), people=people)

    def elect(self, courtyard, *, leave=1, **given) -> None:
        standing = list(courtyard.committees.get(voted_on=None).members.order_by("id"))
        elected = standing[:len(standing) - leave]
        self.do("elect", courtyard, **{
            "elected": elected, "chair": elected[0], "term_until": months_after(self.today, 36), **self.votes(70, 5),
            **given})

    def charter(self, courtyard, **given) -> None:
        draft = uuid.uuid4()
        self.file(draft, self.cast.zhao, "paper")
        self.do("charter", courtyard, uuid=draft, **{**self.votes(66, 4), **given})

    def govern(self, courtyard) -> None:
        self.elect(courtyard)
        self.charter(courtyard)

    def plan(self, courtyard, *, items=True, **money) -> None:
        items = items and not money
        money = money or {"from_programme": 30_000_000, "from_town": 5_000_000, "from_residents": 450_000}
        self.do("draft", courtyard, uuid=uuid.uuid4(), text="修大门、装路灯、建自行车棚。", **money)
        if items:
            self.item(courtyard)
            self.item(courtyard, kind="lights", what="庭院灯12盏", source="town", planned=5_000_000)

    def item(self, courtyard, **given) -> None:
        self.do("add_item", courtyard, uuid=uuid.uuid4(), **{
            "kind": "gate", "what": "大门和围墙", "source": "programme", "planned": 28_000_000, **given})

    def votes(self, votes_for, votes_against, entitled=90) -> dict:
        return {"entitled": entitled, "votes_for": votes_for, "votes_against": votes_against, "voted_on": self.today}

    def vote(self, courtyard, votes_for=60, votes_against=10, entitled=90) -> bool:
        return self.do("vote", courtyard, **self.votes(votes_for, votes_against, entitled))

    def endorse(self, courtyard) -> None:
        self.do("endorse", courtyard, by=self.cast.sun)

    def approve(self, courtyard, programme=None) -> None:
        self.do("approve", courtyard, by=self.cast.tang, programme=programme or self.programme)

    def begin(self, courtyard) -> None:
        self.do("begin", courtyard, contractor="蓉城建设公司", begun_on=self.today,
                ends_on=self.today + timedelta(days=90))

    def progress(self, courtyard, item, done=100, spent=None) -> None:
        self.do("progress", courtyard, uuid=uuid.uuid4(), item=item, done=done,
                spent=item.planned - 1_000_000 if spent is None else spent)

    def finish(self, courtyard) -> None:
        for item in courtyard.plan.items.all():
            self.progress(courtyard, item)

    def accept(self, courtyard, *, by=None, without=None, units=("committee", "community", "town", "police")) -> None:
        draft, by = uuid.uuid4(), by or self.cast.sun
        for number, defence in enumerate(Defence):
            if defence != without:
                self.file(part_of(draft, defence), by, number=number)
        self.do("accept", courtyard, by=by, uuid=draft, units=units, inspected_on=self.today)

    def settle(self, courtyard, kind="self") -> None:
        self.do("settle", courtyard, uuid=uuid.uuid4(), kind=kind, since=self.today, fee=1500, keeper="院落自管小组")

    def review(self, courtyard, is_kept=True, months=6, **given) -> None:
        done = months_after(courtyard.plan.acceptance.inspected_on, months)
        if self.today < done:
            self.at += done - self.today
        self.do("review", courtyard, uuid=uuid.uuid4(), is_kept=is_kept, **given)

    def relapse(self, courtyard, *, by=None) -> None:
        self.do("relapse", courtyard, by=by or self.cast.wang, uuid=uuid.uuid4(), note="大门坏了，没有人值守",
                lost=["has_organisation"])

    def restart(self, courtyard) -> None:
        self.do("restart", courtyard, uuid=uuid.uuid4(), defences=HALF, has_guard=False, has_property_mgmt=False,
                has_organisation=False, households=90, residents=240)


def files_of(matter) -> int:
    return attachments.of(matter).count()
