"""Who tells the hotline something, in what words, and of which kind it is."""

import csv
import uuid
from datetime import datetime, timedelta
from pathlib import Path

from grids.models import Post
from grids.roles import Role
from hotline.forgetters import DAYS as KEPT
from hotline.limits import limit_of
from hotline.models import Caller, Channel, Kind, Ticket
from hotline.states import Act, Stage, State
from incidents.models import Category, Incident
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.moments import moments

from .happenings import TEXTS
from .moments import DAY, office_moment
from .told import Told
from .world import World

HISTORY = 396  # days: the twelve months that are over, and the running one
SECRET, ANONYMOUS = 0.04, 0.08
KINDS = {Kind.HELP: 60, Kind.COMPLAINT: 32, Kind.REPORT: 8}
OF_GROUP = {"E09": Kind.REPORT, "E10": Kind.HELP, "E15": Kind.SUGGESTION}
SAID = ["来电反映：{}希望尽快处理。", "市民来电：{}已有好几天了。", "来电人称，{}请派人看看。"]
SUGGESTED = "来电人{}"
NOTHING = {"code": "", "question": "来电无诉求内容。"}


class Telling:
    """Draws callers and words, apart from all else of the county, which so stays as it was."""

    def __init__(self, world: World):
        self.world, self.random = world, world.hotline
        self.agents = [post.user for post in Post.objects.filter(role=Role.HOTLINE_AGENT).select_related("user")]
        self.lead = world.users["hotline_lead"]
        self.callers = [self._caller(number) for number in range(40 if world.is_tiny else 900)]
        self.limits = {kind: limit_of(Ticket(kind=kind), Stage.HANDLE) for kind in Kind}
        self.categories = Category.objects.in_bulk(field_name="code")
        with (Path(TEXTS) / "questions.csv").open(encoding="utf-8", newline="") as file:
            self.questions = [row for row in csv.DictReader(file) if row["code"] in self.categories]

    def uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.random.getrandbits(128), version=4)

    def past(self, days: int = HISTORY) -> datetime:
        return office_moment(self.random, self.world.today - timedelta(days=self.random.randint(1, days)))

    def kind(self, category: Category) -> Kind:
        return OF_GROUP.get(category.code.partition("-")[0]) or self.random.choices(list(KINDS), KINDS.values())[0]

    def words(self, description: str, category: Category) -> str:
        said = SUGGESTED if category.code.startswith("E15") else self.random.choice(SAID)
        return said.format(description)

    def of(self, incident: Incident, *, received_at: datetime, by, kind: Kind | None = None) -> Told:
        """The ticket of what became this incident; what people wrote themselves (`by` nobody) is in their words."""
        category, description = incident.category, incident.description
        return self.ticket(
            kind=kind or self.kind(category), content=self.words(description, category) if by else description,
            area=incident.grid, received_at=received_at, by=by, category=category, place=incident.place,
            longitude=incident.longitude, latitude=incident.latitude)

    def question(self, at: datetime, asked: dict | None = None) -> tuple[Told, dict]:
        """A call with a question, and what is asked."""
        asked = asked or self.random.choice(self.questions)
        return self.ticket(
            kind=Kind.QUESTION, content=asked["question"], area=self.random.choice(self.world.communities),
            received_at=at, by=self.random.choice(self.agents), category=self.categories.get(asked["code"])), asked

    def ticket(self, *, kind: Kind, content: str, area, received_at: datetime, by, **more) -> Told:
        caller = None if self.random.random() < ANONYMOUS else self.random.choice(self.callers)
        limit = self.limits[kind]
        clock = moments(received_at, limit.span, limit, current())
        told = Told(Ticket(
            uuid=self.uuid(), kind=kind, content=content, area=area, area_key=area.key, received_at=received_at,
            channel=Channel.PHONE if by else Channel.PORTAL, taken_by=by, caller=caller,
            is_secret=bool(by and caller) and self.random.random() < SECRET, reply_due_at=clock.due_at,
            first_due_at=clock.due_at, **more), clock)
        told.do(Act.RECEIVE, State.RECEIVED, by=by, at=received_at)
        return told

    def forgotten(self, told: Told) -> Told:
        """Of what is long over nobody knows any more who called."""
        if told.ticket.closed_at and told.ticket.closed_at < self.world.at - KEPT * DAY:
            told.ticket.caller, told.ticket.is_secret = None, False
        return told

    def _caller(self, number: int) -> Caller:
        phone = f"13800138{number:03d}"
        return Caller(name=self.world.telling.name(number % 2 == 0), phone=phone,
                      created_at=self.world.at - HISTORY * DAY)
