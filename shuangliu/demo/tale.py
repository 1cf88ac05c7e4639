"""An incident told without acting it out: the row, the moves and the audit entries that the acts would have left."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from incidents.models import Incident, Move
from incidents.states import CLOCK, RULES, Act, Stage, State
from shuangliu.audit.models import Entry
from shuangliu.audit.recording import entry
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.moments import Moments, moments

from .course import Script, Step
from .happenings import Happening
from .world import World

WORDS = {Incident.Satisfaction.SATISFIED: ["处理及时", "很满意", ""], Incident.Satisfaction.BASICALLY: ["基本解决", ""],
         Incident.Satisfaction.UNSATISFIED: ["过几天又出现了", "处理太慢"]}  # fmt: skip


@dataclass
class Tale:
    """An incident as it goes through its steps: the row, its moves, and when its stage is due."""

    world: World
    script: Script
    happening: Happening
    incident: Incident = None
    moves: list[Move] = field(default_factory=list)
    clock: Moments | None = None

    def do(self, step: Step) -> None:
        """One act, preceded by what the clock did until then."""
        if step.act == Act.REPORT:
            self.incident = self._reported(step)
        self._strike(step.at)
        old = "" if step.act == Act.REPORT else self.incident.state
        for name, value in self._changes(step).items():
            setattr(self.incident, name, value)
        rule = RULES.get(step.act)
        self.incident.state, self.incident.moved_at = rule.target if rule else State.REPORTED, step.at
        self.clock = self._started(step.at)
        self._write(step.act, step.at, old, step.by, step.note, step.department if step.act == Act.ASSIGN else None)

    def lapse(self) -> None:
        """A closed one that nobody judged in time waits no more."""
        if self.incident.state == State.CLOSED:
            lapsed_at, self.clock = self.clock.due_at, None
            self._write(Act.LAPSE, lapsed_at, self.incident.state)

    def came_by(self, channel: Incident.Channel, agent=None) -> None:
        """Nobody of the staff reported it: an agent of the hotline took it down and asked the caller afterwards, or
        people wrote it themselves."""
        self.incident.channel, self.incident.reporter = channel, None
        for move in self.moves:
            if move.act in (Act.REPORT, Act.JUDGE):
                move.by = agent

    def entries(self) -> Iterator[Entry]:
        """What the log says of it."""
        for move in self.moves:
            verb = RULES[move.act].verb if move.act in RULES else "incident.reported"
            said = {"from": move.from_state, "to": move.to_state, "tier": move.tier, "due_at": move.due_at,
                    "department": move.department and move.department.code}
            yield entry(verb, self.incident, by=move.by, at=move.at, **said)

    def _reported(self, step: Step) -> Incident:
        happening = self.happening
        return Incident(
            uuid=uuid.UUID(int=self.world.random.getrandbits(128), version=4), category=happening.category,
            description=happening.description, place=happening.place, longitude=happening.longitude,
            latitude=happening.latitude, grid=happening.grid, area_key=happening.grid.key, tier=2,
            is_urgent=happening.category.is_urgent, reporter=step.by, reported_at=step.at)

    def _changes(self, step: Step) -> dict:
        """What an act leaves on the row, as incidents.actions would."""
        incident, at, by = self.incident, step.at, step.by
        match step.act:
            case Act.ACCEPT:
                return {"accepted_at": at}
            case Act.REJECT:
                return {"rejected_reason": step.note}
            case Act.ESCALATE:
                return {"tier": incident.tier + 1}
            case Act.ASSIGN:
                return {"department": step.department, "handler": None}
            case Act.RETURN:
                return {"department": None, "returned_count": incident.returned_count + 1}
            case Act.SIGN:
                return {"handler": by}
            case Act.RESOLVE:
                return {"reply": step.note, "resolved_by": by, "resolved_at": at}
            case Act.REWORK:
                return {"rework_count": incident.rework_count + 1, "checked_at": incident.checked_at or at,
                        "resolved_by": None, "resolved_at": None}
            case Act.VERIFY:
                return {"verified_by": by, "checked_at": incident.checked_at or at}
            case Act.CLOSE:
                return {"closed_by": by, "closed_at": at, "first_closed_at": incident.first_closed_at or at}
            case Act.JUDGE:
                chosen = self.world.random.choices(list(WORDS), [72, 22, 6])[0]
                return {"satisfaction": chosen, "judgement": self.world.random.choice(WORDS[chosen]), "judged_at": at}
        return {}

    def _started(self, at: datetime) -> Moments | None:
        stage = CLOCK.get(self.incident.state)
        if stage is None:
            return None
        limit = self.script.limit(self.happening, stage)
        clock = moments(at, limit.span, limit, current())
        if stage == Stage.HANDLE and self.incident.handle_due_at is None:
            self.incident.handle_due_at = clock.due_at
        return clock

    def _strike(self, until: datetime) -> None:
        """The clock warned and ran out before `until`, if it did."""
        if self.clock and self.clock.due_at < until:
            for act, at in ((Act.WARN, self.clock.warn_at), (Act.EXPIRE, self.clock.due_at)):
                self._write(act, at, self.incident.state, note=CLOCK[self.incident.state].value)

    def _write(self, act: Act, at: datetime, old: str, by=None, note: str = "", department=None) -> None:
        self.moves.append(Move(
            incident=self.incident, act=act, from_state=old, to_state=self.incident.state, by=by, at=at, note=note,
            tier=self.incident.tier, department=department, due_at=self.clock and self.clock.due_at))
