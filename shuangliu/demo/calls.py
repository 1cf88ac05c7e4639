"""Tickets of the hotline: concluded ones of the last twelve months written as rows, those that somebody has to do with
now in every state, and a few that are played."""

from datetime import datetime, timedelta

from hotline import actions
from hotline.actions.ending import TRIED_AGAIN
from hotline.models import CallBack, Caller, Channel, Kind, Ticket, TicketMove
from hotline.states import Act, State
from incidents.models import Incident, Move
from incidents.states import OPEN as OPEN_INCIDENTS
from incidents.states import Act as IncidentAct
from incidents.states import State as IncidentState
from shuangliu.deadlines import Unit
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.moments import moments
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.deadlines.worktime import after
from shuangliu.pages.forms import day_start

from . import ledger
from .happenings import Happening, Happenings
from .moments import DAY, HOUR, between, office_moment
from .telling import NOTHING, Telling
from .told import Told
from .world import World

MINUTE = timedelta(minutes=1)
DIRECT, DIRECT_IN_TINY = 860, 8
LATELY, LATELY_IN_TINY, DAYS = 80, 6, 10  # on the last days, of which some are listened to again
INVALID, INVALID_IN_TINY = 60, 2
EVERY = 15  # minutes: so often somebody has asked something today
NOW, NOW_IN_TINY = {"office": 26, "replied": 8, "follow_up": 12, "received": 12}, {
    "office": 3, "replied": 2, "follow_up": 3, "received": 3}  # fmt: skip
PLAYED, PLAYED_IN_TINY = {"phone": 6, "portal": 5}, {"phone": 2, "portal": 1}
LATE = 0.035  # of what went to an office
TRIED_IN_VAIN = 3  # one call-back in so many
FILED = 30 * DAY  # after it was over
FROM_OUTSIDE = [Incident.Channel.HOTLINE, Incident.Channel.PORTAL]
CONTENT = {"satisfied": "处理得快，谢谢。", "basically": "基本解决。", "unsatisfied": "过几天又出现了。"}
EXPLAINED = "已向来电人说明处理情况和后续安排，并留下社区联系人。"
NO_CONCERN = ["无声电话。", "误拨。", "接通后挂断。"]
NOT_OURS = ["不属本单位职责，建议改派。", "经核实权属不在本单位，请转主管部门。"]


def load(world: World) -> int:
    """Write and play them; returns how many tickets."""
    desk, small = Desk(world), world.is_tiny
    told = [desk.followed(incident) for incident in desk.told_from_outside()]
    told += [desk.answered(desk.telling.past()) for _ in range(DIRECT_IN_TINY if small else DIRECT)]
    told += [desk.answered(desk.telling.past(DAYS)) for _ in range(LATELY_IN_TINY if small else LATELY)]
    told += [desk.invalid(desk.telling.past()) for _ in range(INVALID_IN_TINY if small else INVALID)]
    told += desk.today()
    told += desk.at_hand(NOW_IN_TINY if small else NOW)
    told = sorted((desk.telling.forgotten(tale) for tale in told), key=lambda tale: tale.ticket.received_at)
    Caller.objects.bulk_create(desk.telling.callers, batch_size=500)
    Ticket.objects.bulk_create([tale.ticket for tale in told], batch_size=500)
    TicketMove.objects.bulk_create([move for tale in told for move in tale.moves], batch_size=2000)
    CallBack.objects.bulk_create([call for tale in told for call in tale.calls], batch_size=1000)
    ledger.write(line for tale in told for line in tale.entries())
    for tale in told:
        tale.start_clocks()
    played = desk.play(**(PLAYED_IN_TINY if small else PLAYED))
    escalate_overdue(at=world.at)
    return len(told) + played


class Desk:
    """What becomes of them."""

    def __init__(self, world: World):
        self.world, self.random, self.telling = world, world.hotline, Telling(world)
        self.agents, self.lead = self.telling.agents, self.telling.lead

    def told_from_outside(self) -> list[Incident]:
        reports = Move.objects.filter(incident__channel__in=FROM_OUTSIDE, act=IncidentAct.REPORT)
        self.took_down = {move.incident_id: move.by for move in reports.select_related("by")}
        return list(Incident.objects.filter(channel__in=FROM_OUTSIDE).select_related("category", "grid")
                    .defer("grid__outline").order_by("id"))

    def followed(self, incident: Incident) -> Told:
        """One whose incident is over: answered, called back, filed."""
        told, agent = self._sent_on(incident), self.took_down[incident.pk]
        if incident.state == IncidentState.REJECTED:
            back, someone = incident.moved_at, agent or self.random.choice(self.agents)
            told.do(Act.RETURN, State.RETURNED, by=None, at=back, note=incident.rejected_reason, incident=None,
                    reason=incident.rejected_reason, returned_count=1)
            return self._answered(told, someone, back + self.random.randint(1, 3) * HOUR, EXPLAINED)
        closed = incident.first_closed_at
        told.do(Act.REPLY, State.REPLIED, by=None, at=closed, answer=incident.reply, replied_at=closed)
        read = closed + self.random.randint(20, 200) * MINUTE
        if told.ticket.caller is None:
            told.do(Act.REVIEW, State.CLOSED, by=self.lead, at=read, closed_at=read)
            return self._filed(told)
        told.do(Act.REVIEW, State.FOLLOW_UP, by=self.lead, at=read)
        return self._called(told, agent, office_moment(self.random, (read + DAY).date()), incident.satisfaction)

    def answered(self, at: datetime) -> Told:
        """A question that the agent could answer."""
        told, asked = self.telling.question(at)
        return self._answered(told, told.ticket.taken_by, min(self.world.at, at + self.random.randint(1, 4) * MINUTE),
                              asked["answer"])

    def invalid(self, at: datetime) -> Told:
        told, _asked = self.telling.question(at, NOTHING)
        at, why = at + MINUTE, self.random.choice(NO_CONCERN)
        told.do(Act.INVALIDATE, State.INVALID, by=told.ticket.taken_by, at=at, note=why, reason=why, closed_at=at)
        return told

    def today(self) -> list[Told]:
        """What the agents have answered since this morning; in the small county a few."""
        since = max(day_start(self.world.today), self.world.at - 9 * HOUR)
        passed = int((self.world.at - since) / MINUTE)
        return [self.answered(self.world.at - minutes * MINUTE - self.random.randint(0, 50) * MINUTE / 60)
                for minutes in range(6, passed, EVERY * (4 if self.world.is_tiny else 1))]

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
        told = [self._joined(incident).open() for incident in being_handled]
        told += [self._replied(incident, is_read=number >= wanted["replied"], number=number)
                 for number, incident in enumerate(closed)]
        for _ in range(wanted["received"]):
            tale, _asked = self.telling.question(self.world.at - self.random.randint(5, 300) * MINUTE)
            told.append(tale.open())
        return told

    def play(self, *, phone: int, portal: int) -> int:
        """Some that are taken down, or written by people, and sent on by the acts themselves, so that their incidents
        came that way."""
        happenings = Happenings(self.world)
        kept, self.world.random = self.world.random, self.random
        try:
            for number in range(phone + portal):
                happening = happenings.draw(lambda category: not category.is_dispute and not category.is_urgent)
                at = self.world.at - (number + 1) * 40 * MINUTE
                play = self._play_call if number < phone else self._play_form
                play(happening, at)
        finally:
            self.world.random = kept
        return phone + portal

    def _play_call(self, happening: Happening, at: datetime) -> None:
        agent, category = self.random.choice(self.agents), happening.category
        ticket, _is_new = actions.receive(by=agent, at=at, channel=Channel.PHONE, category=category,
                                          **self._given(happening, self.telling.words(happening.description, category)))
        actions.dispatch(ticket, by=agent, at=at + 5 * MINUTE, category=category)

    def _play_form(self, happening: Happening, at: datetime) -> None:
        actions.submit(at=at, channel=Channel.PORTAL, category=happening.category,
                       **self._given(happening, happening.description))

    def _given(self, happening: Happening, content: str) -> dict:
        caller = self.random.choice(self.telling.callers)
        return {"uuid": self.telling.uuid(), "kind": self.telling.kind(happening.category), "area": happening.grid,
                "content": content, "place": happening.place, "longitude": happening.longitude,
                "latitude": happening.latitude, "caller": actions.CallerGiven(caller.phone, caller.name)}

    def _sent_on(self, incident: Incident) -> Told:
        """With the office that settled it; a few had been with another first, and so were answered late."""
        agent, at = self.took_down[incident.pk], incident.reported_at
        kind = self.telling.kind(incident.category)
        first = self._so_early(incident, kind) if agent and self.random.random() < LATE else None
        said_at = first or (at - self.random.randint(2, 9) * MINUTE if agent else at)
        told = self.telling.of(incident, received_at=said_at, by=agent, kind=kind)
        if first:
            back = max(first + HOUR, at - self.random.randint(20, 170) * MINUTE)
            why = self.random.choice(NOT_OURS)
            told.do(Act.DISPATCH, State.DISPATCHED, by=agent, at=first + 5 * MINUTE, dispatched_at=first + 5 * MINUTE)
            told.do(Act.RETURN, State.RETURNED, by=None, at=back, note=why, reason=why, returned_count=1)
        told.do(Act.DISPATCH, State.DISPATCHED, by=agent, at=at, incident=incident,
                dispatched_at=told.ticket.dispatched_at or at)
        return told

    def _so_early(self, incident: Incident, kind: Kind) -> datetime | None:
        """When it was said if it was answered a little late: none for what was answered by another way."""
        if incident.state == IncidentState.REJECTED:
            return None
        limit = self.telling.limits[kind]
        for days in range(int(limit.amount), 3 * int(limit.amount) + 20):
            at = office_moment(self.random, (incident.first_closed_at - days * DAY).date())
            if moments(at, limit.span, limit, current()).due_at < incident.first_closed_at:
                return at if at < incident.reported_at - DAY else None
        return None

    def _joined(self, incident: Incident) -> Told:
        """Said by somebody else while the incident was open."""
        end = incident.first_closed_at or self.world.at
        first = incident.reported_at + MINUTE
        at = between(self.random, first, max(first, end - 10 * MINUTE))
        agent = self.random.choice(self.agents)
        told = self.telling.of(incident, received_at=at, by=agent)
        told.do(Act.DISPATCH, State.DISPATCHED, by=agent, at=at + 4 * MINUTE, incident=incident,
                dispatched_at=at + 4 * MINUTE)
        return told

    def _replied(self, incident: Incident, *, is_read: bool, number: int) -> Told:
        """The reply waits to be read, or the caller to be called; at some, nobody has answered once."""
        told, closed = self._joined(incident), incident.first_closed_at
        told.do(Act.REPLY, State.REPLIED, by=None, at=closed, answer=incident.reply, replied_at=closed)
        if not (is_read and told.ticket.caller):
            return told.open()
        read = min(self.world.at, closed + 2 * HOUR)
        told.do(Act.REVIEW, State.FOLLOW_UP, by=self.lead, at=read)
        tried = self.world.at - 40 * MINUTE
        if number % TRIED_IN_VAIN == 0 and read < tried:
            agent = told.ticket.taken_by
            told.call(by=agent, at=tried, result=CallBack.Result.UNREACHABLE)
            told.do(Act.CALL_BACK, State.FOLLOW_UP, by=agent, at=tried,
                    call_after=after(tried, TRIED_AGAIN, Unit.WORK_HOURS, current()))
        return told.open()

    def _answered(self, told: Told, by, at: datetime, answer: str) -> Told:
        told.do(Act.ANSWER, State.ANSWERED, by=by, at=at, answer=answer, replied_at=told.ticket.replied_at or at,
                closed_at=at, is_with_lead=False)
        return self._filed(told)

    def _called(self, told: Told, agent, at: datetime, satisfaction: str) -> Told:
        """Asked on the day after: what they said, or three calls that nobody answered. Who wrote to us judges by number
        and code."""
        if not satisfaction:
            return self._not_reached(told, agent or self.random.choice(self.agents), at)
        act = Act.CALL_BACK if agent else Act.JUDGE
        words, said = CONTENT[satisfaction], {"satisfaction": satisfaction, "judged_at": at}
        if agent:
            told.call(by=agent, at=at, result=CallBack.Result.REACHED, satisfaction=satisfaction, note=words)
        if satisfaction == "unsatisfied":
            told.do(act, State.RETURNED, by=agent, at=at, note=words, rework_count=1, judgement=words, **said)
            return self._answered(told, self.lead, at + 3 * HOUR, EXPLAINED)
        told.do(act, State.CLOSED, by=agent, at=at, note=words, closed_at=at, judgement=words, **said)
        return self._filed(told)

    def _not_reached(self, told: Told, agent, at: datetime) -> Told:
        for day in range(actions.MOST_TRIES):
            at += DAY * bool(day)
            told.call(by=agent, at=at, result=CallBack.Result.UNREACHABLE)
            is_last = day == actions.MOST_TRIES - 1
            told.do(Act.CALL_BACK, State.CLOSED if is_last else State.FOLLOW_UP, by=agent, at=at,
                    closed_at=at if is_last else None)
        return self._filed(told)

    def _filed(self, told: Told) -> Told:
        filed_at = told.ticket.closed_at + FILED
        if filed_at + 10 * DAY < self.world.at:  # what ends on a day off ends on the next working day
            told.do(Act.FILE, State.ARCHIVED, by=None, at=filed_at)
        return told
