"""Tickets of the hotline: concluded ones of the last twelve months written as rows, those that somebody has to do with
now in every state, and a few that are played."""

import csv
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from grids.models import Post
from grids.roles import Role
from hotline import actions
from hotline.limits import limit_of
from hotline.models import CallBack, Caller, Kind, Ticket, TicketMove
from hotline.states import Act, Stage, State
from incidents.models import Category, Incident, Move
from incidents.states import OPEN as OPEN_INCIDENTS
from incidents.states import Act as IncidentAct
from incidents.states import State as IncidentState
from shuangliu import deadlines
from shuangliu.audit.models import Entry
from shuangliu.audit.recording import entry
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.moments import moments
from shuangliu.deadlines.sweep import escalate_overdue

from . import ledger
from .happenings import TEXTS, Happenings
from .moments import DAY, HOUR, between, office_moment
from .world import World

MINUTE = timedelta(minutes=1)
DIRECT, DIRECT_IN_TINY = 640, 8
INVALID, INVALID_IN_TINY = 60, 2
NOW, NOW_IN_TINY = {"office": 26, "replied": 8, "follow_up": 10, "received": 12}, {
    "office": 3, "replied": 2, "follow_up": 3, "received": 3}  # fmt: skip
PLAYED, PLAYED_IN_TINY = 6, 2
KEPT = 30 * DAY  # before it is filed
YEAR = 365
SECRET, ANONYMOUS = 0.04, 0.08
KINDS = {Kind.HELP: 55, Kind.COMPLAINT: 30, Kind.REPORT: 10, Kind.SUGGESTION: 5}
SAID = ["来电反映：{}希望尽快处理。", "市民来电：{}已有好几天了。", "来电人称，{}影响出行，请派人看看。"]
CONTENT = {"satisfied": "处理得快，谢谢。", "basically": "基本解决。", "unsatisfied": "过几天又出现了。"}
EXPLAINED = "已向来电人说明处理情况和后续安排，并留下社区联系人。"
NO_CONCERN = ["无声电话。", "误拨。", "接通后挂断。"]


def load(world: World) -> int:
    """Write and play them; returns how many tickets."""
    desk = Desk(world)
    small = world.is_tiny
    told = [desk.followed(incident) for incident in desk.reported_by_phone()]
    told += [desk.answered() for _ in range(DIRECT_IN_TINY if small else DIRECT)]
    told += [desk.invalid() for _ in range(INVALID_IN_TINY if small else INVALID)]
    told += desk.at_hand(NOW_IN_TINY if small else NOW)
    told.sort(key=lambda tale: tale.ticket.received_at)
    Caller.objects.bulk_create(desk.callers, batch_size=500)
    Ticket.objects.bulk_create([tale.ticket for tale in told], batch_size=500)
    TicketMove.objects.bulk_create([move for tale in told for move in tale.moves], batch_size=2000)
    CallBack.objects.bulk_create([call for tale in told for call in tale.calls], batch_size=1000)
    ledger.write(line for tale in told for line in tale.entries())
    for tale in told:
        tale.start_clocks(world.at)
    played = desk.play(PLAYED_IN_TINY if small else PLAYED)
    escalate_overdue(at=world.at)
    return len(told) + played


@dataclass
class Told:
    """A ticket told without acting it out: the row, its trail and its call-backs as the acts would have left them."""

    ticket: Ticket
    moves: list[TicketMove] = field(default_factory=list)
    calls: list[CallBack] = field(default_factory=list)

    def do(self, act: Act, to: State, *, by, at: datetime, note: str = "", **changes) -> None:
        old = "" if act == Act.RECEIVE else self.ticket.state
        for name, value in {"state": to, **changes}.items():
            setattr(self.ticket, name, value)
        self.moves.append(TicketMove(ticket=self.ticket, act=act, from_state=old, to_state=to, by=by, at=at, note=note))

    def call(self, *, by, at: datetime, result: str, satisfaction: str = "", note: str = "") -> None:
        self.calls.append(CallBack(ticket=self.ticket, result=result, satisfaction=satisfaction, note=note, by=by,
                                   at=at))

    def entries(self) -> Iterator[Entry]:
        for move in self.moves:
            yield entry(f"ticket.{move.act}", self.ticket, by=move.by, at=move.at,
                        **{"from": move.from_state, "to": move.to_state, "due_at": move.due_at})

    def start_clocks(self, at: datetime) -> None:
        """Those that run still, from when they began."""
        ticket, last = self.ticket, self.moves[-1].at
        if ticket.state in (State.RECEIVED, State.DISPATCHED):
            deadlines.start(ticket, Stage.HANDLE, limit=limit_of(ticket, Stage.HANDLE), at=ticket.received_at)
        stage = {State.RECEIVED: Stage.TRIAGE, State.REPLIED: Stage.REVIEW, State.FOLLOW_UP: Stage.CALL_BACK,
                 State.ANSWERED: Stage.KEEP, State.CLOSED: Stage.KEEP}.get(ticket.state)
        if stage:
            deadlines.start(ticket, stage, limit=limit_of(ticket, stage), at=last)


class Desk:
    """Who answers, who calls, and what they say; drawn apart, so that all else of the county stays as it was."""

    def __init__(self, world: World):
        self.world, self.random = world, world.hotline
        self.agents = [post.user for post in Post.objects.filter(role=Role.HOTLINE_AGENT).select_related("user")]
        self.lead = world.users["hotline_lead"]
        self.callers = [self._caller(number) for number in range(40 if world.is_tiny else 900)]
        self.limits = {kind: limit_of(Ticket(kind=kind), Stage.HANDLE) for kind in Kind}
        self.categories = Category.objects.in_bulk(field_name="code")
        with (Path(TEXTS) / "questions.csv").open(encoding="utf-8", newline="") as file:
            self.questions = [row for row in csv.DictReader(file) if row["code"] in self.categories]

    def reported_by_phone(self) -> list[Incident]:
        reports = Move.objects.filter(incident__channel=Incident.Channel.HOTLINE, act=IncidentAct.REPORT)
        self.took_down = {move.incident_id: move.by for move in reports.select_related("by")}
        return list(Incident.objects.filter(channel=Incident.Channel.HOTLINE).select_related("category", "grid")
                    .defer("grid__outline").order_by("id"))

    def followed(self, incident: Incident) -> Told:
        """One whose incident is over: answered, called back, filed."""
        agent = self.took_down[incident.pk]
        told = self._begun(incident, received_at=incident.reported_at - self.random.randint(2, 9) * MINUTE, by=agent)
        told.do(Act.DISPATCH, State.DISPATCHED, by=agent, at=incident.reported_at, incident=incident,
                dispatched_at=incident.reported_at)
        if incident.state == IncidentState.REJECTED:
            back = incident.moved_at
            told.do(Act.RETURN, State.RETURNED, by=None, at=back, note=incident.rejected_reason, incident=None,
                    reason=incident.rejected_reason, returned_count=1)
            return self._answered(told, agent, back + self.random.randint(1, 3) * HOUR, EXPLAINED)
        closed = incident.first_closed_at
        told.do(Act.REPLY, State.REPLIED, by=None, at=closed, answer=incident.reply, replied_at=closed)
        read = closed + self.random.randint(20, 200) * MINUTE
        if told.ticket.caller is None:
            told.do(Act.REVIEW, State.CLOSED, by=self.lead, at=read, closed_at=read)
            return self._filed(told)
        told.do(Act.REVIEW, State.FOLLOW_UP, by=self.lead, at=read)
        return self._called(told, agent, office_moment(self.random, (read + DAY).date()), incident.satisfaction)

    def answered(self) -> Told:
        """A question that the agent could answer."""
        kind = self.random.choice(self.questions)
        told = self._call_of(kind, self._past())
        at = told.ticket.received_at + self.random.randint(2, 8) * MINUTE
        return self._answered(told, told.ticket.taken_by, at, kind["answer"])

    def invalid(self) -> Told:
        told = self._call_of({"code": "", "question": "来电无诉求内容。"}, self._past())
        at, why = told.ticket.received_at + MINUTE, self.random.choice(NO_CONCERN)
        told.do(Act.INVALIDATE, State.INVALID, by=told.ticket.taken_by, at=at, note=why, reason=why, closed_at=at)
        return told

    def at_hand(self, wanted: dict[str, int]) -> list[Told]:
        """Those that wait for somebody now: at the desk, with the office of an incident that others have reported
        too, for the supervisor, for a call."""
        rows = (Incident.objects.filter(channel=Incident.Channel.STAFF, category__is_dispute=False)
                .select_related("category", "grid").defer("grid__outline").order_by("-reported_at"))
        being_handled = [i for i in rows.filter(state__in=OPEN_INCIDENTS, grid__isnull=False)[:200]
                         if i.state != IncidentState.SELF_HANDLED][:wanted["office"]]
        since = self.world.at - 5 * DAY
        closed = list(rows.filter(state=IncidentState.CLOSED, first_closed_at__gte=since, grid__isnull=False)
                      .order_by("-first_closed_at")[:wanted["replied"] + wanted["follow_up"]])
        told = [self._sent(incident) for incident in being_handled]
        for number, incident in enumerate(closed):
            tale = self._sent(incident)
            tale.do(Act.REPLY, State.REPLIED, by=None, at=incident.first_closed_at, answer=incident.reply,
                    replied_at=incident.first_closed_at)
            if number >= wanted["replied"] and tale.ticket.caller:
                read = min(self.world.at, incident.first_closed_at + 2 * HOUR)
                tale.do(Act.REVIEW, State.FOLLOW_UP, by=self.lead, at=read)
            told.append(self._open(tale))
        for _ in range(wanted["received"]):
            kind = self.random.choice(self.questions)
            told.append(self._open(self._call_of(kind, self.world.at - self.random.randint(5, 300) * MINUTE)))
        return told

    def play(self, how_many: int) -> int:
        """Some that are taken down and sent on by the acts themselves, so that their incidents came by phone."""
        happenings = Happenings(self.world)
        kept, self.world.random = self.world.random, self.random
        try:
            for number in range(how_many):
                happening = happenings.draw(lambda category: not category.is_dispute and not category.is_urgent)
                agent, at = self.random.choice(self.agents), self.world.at - (number + 1) * 40 * MINUTE
                caller = self.random.choice(self.callers)
                ticket, _is_new = actions.receive(
                    by=agent, at=at, uuid=self._uuid(), kind=self._kind(), area=happening.grid,
                    content=self._words(happening.description), category=happening.category, place=happening.place,
                    longitude=happening.longitude, latitude=happening.latitude,
                    caller=actions.CallerGiven(caller.phone, caller.name))
                actions.dispatch(ticket, by=agent, at=at + 5 * MINUTE, category=happening.category)
        finally:
            self.world.random = kept
        return how_many

    def _caller(self, number: int) -> Caller:
        phone = f"13800138{number:03d}"
        return Caller(name=self.world.telling.name(number % 2 == 0), phone=phone,
                      created_at=self.world.at - YEAR * DAY)

    def _past(self) -> datetime:
        return office_moment(self.random, self.world.today - timedelta(days=self.random.randint(1, YEAR)))

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.random.getrandbits(128), version=4)

    def _kind(self) -> Kind:
        return self.random.choices(list(KINDS), KINDS.values())[0]

    def _words(self, description: str) -> str:
        return self.random.choice(SAID).format(description)

    def _ticket(self, *, kind: Kind, content: str, area, received_at: datetime, by, **more) -> Told:
        caller = None if self.random.random() < ANONYMOUS else self.random.choice(self.callers)
        limit = self.limits[kind]
        due = moments(received_at, limit.span, limit, current()).due_at
        told = Told(Ticket(
            uuid=self._uuid(), kind=kind, content=content, area=area, area_key=area.key, received_at=received_at,
            taken_by=by, caller=caller, is_secret=bool(caller) and self.random.random() < SECRET, reply_due_at=due,
            first_due_at=due, **more))
        told.do(Act.RECEIVE, State.RECEIVED, by=by, at=received_at)
        return told

    def _begun(self, incident: Incident, *, received_at: datetime, by) -> Told:
        return self._ticket(
            kind=self._kind(), content=self._words(incident.description), area=incident.grid, received_at=received_at,
            by=by, category=incident.category, place=incident.place, longitude=incident.longitude,
            latitude=incident.latitude)

    def _call_of(self, kind: dict, at: datetime) -> Told:
        return self._ticket(kind=Kind.QUESTION, content=kind["question"], area=self.random.choice(
            self.world.communities), received_at=at, by=self.random.choice(self.agents),
            category=self.categories.get(kind["code"]))

    def _sent(self, incident: Incident) -> Told:
        """Joined to an incident while it was open."""
        end = incident.first_closed_at or self.world.at
        at = between(self.random, incident.reported_at + MINUTE, max(incident.reported_at + MINUTE, end - 10 * MINUTE))
        agent = self.random.choice(self.agents)
        told = self._begun(incident, received_at=at, by=agent)
        told.do(Act.DISPATCH, State.DISPATCHED, by=agent, at=at + 4 * MINUTE, incident=incident,
                dispatched_at=at + 4 * MINUTE)
        return self._open(told)

    def _open(self, told: Told) -> Told:
        """Somebody waits: until when, the clock will say that start_clocks starts."""
        ticket, last = told.ticket, told.moves[-1].at
        stage = {State.RECEIVED: Stage.TRIAGE, State.REPLIED: Stage.REVIEW,
                 State.FOLLOW_UP: Stage.CALL_BACK}.get(ticket.state)
        if stage is None:
            ticket.due_at = ticket.reply_due_at
        else:
            limit = limit_of(ticket, stage)
            ticket.due_at = moments(last, limit.span, limit, current()).due_at
        return told

    def _answered(self, told: Told, by, at: datetime, answer: str) -> Told:
        told.do(Act.ANSWER, State.ANSWERED, by=by, at=at, answer=answer, replied_at=told.ticket.replied_at or at,
                closed_at=at, is_with_lead=False)
        return self._filed(told)

    def _called(self, told: Told, agent, at: datetime, satisfaction: str) -> Told:
        """Asked on the day after: what they said, or three calls that nobody answered."""
        if not satisfaction:
            for day in range(actions.MOST_TRIES):
                at += DAY * bool(day)
                told.call(by=agent, at=at, result=CallBack.Result.UNREACHABLE)
                is_last = day == actions.MOST_TRIES - 1
                told.do(Act.CALL_BACK, State.CLOSED if is_last else State.FOLLOW_UP, by=agent, at=at,
                        closed_at=at if is_last else None)
            return self._filed(told)
        words, said = CONTENT[satisfaction], {"satisfaction": satisfaction, "judged_at": at}
        told.call(by=agent, at=at, result=CallBack.Result.REACHED, satisfaction=satisfaction, note=words)
        if satisfaction == "unsatisfied":
            told.do(Act.CALL_BACK, State.RETURNED, by=agent, at=at, note=words, rework_count=1, judgement=words, **said)
            return self._answered(told, self.lead, at + 3 * HOUR, EXPLAINED)
        told.do(Act.CALL_BACK, State.CLOSED, by=agent, at=at, note=words, closed_at=at, judgement=words, **said)
        return self._filed(told)

    def _filed(self, told: Told) -> Told:
        filed_at = told.ticket.closed_at + KEPT
        if filed_at + 10 * DAY < self.world.at:  # what ends on a day off ends on the next working day
            told.do(Act.FILE, State.ARCHIVED, by=None, at=filed_at)
        return told

