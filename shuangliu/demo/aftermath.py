"""What became of the agreements of the last year: performance, follow-up, confirmation by the court. Those of the last
weeks still have something due; of those before only the records are written, in bulk."""

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from random import Random

from django.utils.timezone import localdate

from grids.roles import Role
from mediation.after import actions, duties
from mediation.after.actions import Owed
from mediation.models import Confirmation, FollowUp, Performance, PerformanceStep, Round
from mediation.models.parties import Side

from .moments import DAY, at_clock, office_moment
from .world import World

RECENT = 40 * DAY  # younger agreements are followed up now
SEED = 20140728
ANSWERS = {"satisfied": 70, "basically": 18, "unsatisfied": 3, "refused": 4, "unreachable": 5}
SAID = {"satisfied": "协议已履行，双方关系恢复。", "basically": "基本满意，希望今后处理再快一些。",
        "unsatisfied": "认为赔偿数额偏低，已再次解释协议内容。", "refused": "表示不愿多谈。", "unreachable": ""}
COURT = "双流区人民法院"


def load(world: World) -> int:
    """Write it; returns how many items of performance."""
    return Writer(world).write()


class Writer:
    """Draws from a row of chances of its own: what is drawn elsewhere stays as it was."""

    def __init__(self, world: World):
        self.world, self.random, self.numbers = world, Random(SEED), count(1)  # noqa: S311 - invented people

    def write(self) -> int:
        rounds = (Round.objects.filter(end="agreed", ended_at__gte=self.world.at - 370 * DAY)
                  .select_related("case__category__parent", "case__area", "case__registered_by", "mediator__user")
                  .prefetch_related("case__parties").order_by("ended_at", "id"))
        told = [one for one in rounds if len(one.case.parties.all()) > 1]
        old = [one for one in told if one.ended_at < self.world.at - RECENT]
        for one in told[len(old):]:
            self._recent(one)
        return self._old(old) + Performance.objects.filter(round__in=told[len(old):]).count()

    def _recent(self, one: Round) -> None:
        """By the acts themselves, each at its moment."""
        at, by = one.ended_at, one.mediator.user or one.case.registered_by
        actions.owe(one, [self._owed(one)], by=by, at=at, uuid=self._uuid())
        duties.after_agreement(one, at=at)
        item = one.performances.get()
        day = at + (self.world.at - at) * self.random.random()
        if self.random.random() < 0.6:
            actions.perform_item(one.case, by=by, at=day, item=item, on=localdate(day), note="当面点清。")
        clerk, asked_at = self._clerk(one), at + 16 * DAY
        if asked_at < self.world.at and self.random.random() < 0.8:
            for party in one.case.parties.all():
                actions.follow_up_case(one.case, by=clerk, at=asked_at, **self._answer(party, asked_at))
        is_drawn = one.agreement_form == "written" and at < self.world.at - 9 * DAY and self.random.random() < 0.2
        if is_drawn and actions.why_not_confirmable(one) is None:
            actions.confirm_case(one.case, by=clerk, at=at + 5 * DAY, court=COURT,
                                 applied_on=localdate(at + 5 * DAY), case_number=self._number(at, "诉前调确"))

    def _old(self, rounds: list[Round]) -> int:
        items, asked, applied = [], [], []
        for one in rounds:
            items += self._performed(one)
            if self.random.random() < 0.92:
                asked += self._asked(one)
            if one.agreement_form == "written" and one.case.category.is_confirmable and self.random.random() < 0.12:
                applied.append(self._applied(one))
        items = Performance.objects.bulk_create(items, batch_size=1000)
        PerformanceStep.objects.bulk_create(
            [step for item in items for step in self._steps(item)], batch_size=1000)
        FollowUp.objects.bulk_create(asked, batch_size=1000)
        Confirmation.objects.bulk_create(applied, batch_size=1000)
        return len(items)

    def _owed(self, one: Round) -> Owed:
        party = next(party for party in one.case.parties.all() if party.role == Side.RESPONDENT)
        on = localdate(one.ended_at) + timedelta(days=self.random.randint(7, 45))
        if one.amount:
            return Owed(party, "支付约定款项", Decimal(one.amount), on)
        return Owed(party, "按协议恢复原状、停止妨害", None, on)

    def _performed(self, one: Round) -> Iterator[Performance]:
        owed = self._owed(one)
        parts = list(actions.instalments(owed, 3)) if owed.amount and self.random.random() < 0.15 else [owed]
        batch = self._uuid()
        for number, part in enumerate(parts, start=1):
            due_at = at_clock(part.on, datetime.max.time().replace(microsecond=0))
            done_on = part.on - timedelta(days=self.random.randint(0, 6))
            state = {"state": "performed", "done_on": max(done_on, localdate(one.ended_at))}
            if due_at > self.world.at:
                state = {"state": "owed"}
            elif self.random.random() < 0.04:
                state = {"state": "breached", "broken_on": part.on}
            yield Performance(case=one.case, round=one, area_key=one.case.area_key, batch=batch, number=number,
                              party=part.party, what=part.what, amount=part.amount, due_on=part.on, due_at=due_at,
                              **state)

    def _steps(self, item: Performance) -> Iterator[PerformanceStep]:
        one = item.round
        by = one.mediator.user or one.case.registered_by
        yield PerformanceStep(performance=item, what="owed", on=localdate(one.ended_at), at=one.ended_at, by=by)
        if item.state == "performed":
            yield PerformanceStep(performance=item, what="performed", on=item.done_on, by=by,
                                  at=max(office_moment(self.random, item.done_on), one.ended_at))
        elif item.state == "breached":
            yield PerformanceStep(performance=item, what="breached", on=item.broken_on, note="到期未履行。", by=by,
                                  at=item.due_at + DAY)

    def _asked(self, one: Round) -> Iterator[FollowUp]:
        at, clerk = one.ended_at + timedelta(days=self.random.randint(14, 30)), self._clerk(one)
        for party in one.case.parties.all():
            yield FollowUp(case=one.case, round=one, area_key=one.case.area_key, by=clerk, recorded_at=at,
                           **self._answer(party, at))

    def _answer(self, party, at: datetime) -> dict:
        answer = self.random.choices(list(ANSWERS), ANSWERS.values())[0]
        return {"uuid": self._uuid(), "party": party, "way": self.random.choice(["phone", "phone", "visit", "window"]),
                "made_at": at, "answer": answer, "kept": "" if answer == "unreachable" else "kept",
                "note": SAID[answer]}

    def _applied(self, one: Round) -> Confirmation:
        applied_on = localdate(one.ended_at) + timedelta(days=self.random.randint(2, 25))
        is_confirmed = self.random.random() < 0.95
        return Confirmation(
            case=one.case, round=one, area_key=one.case.area_key, court=COURT, applied_on=applied_on,
            case_number=self._number(one.ended_at, "诉前调确"), result="confirmed" if is_confirmed else "rejected",
            decided_on=applied_on + timedelta(days=self.random.randint(3, 12)), by=self._clerk(one),
            document_number=self._number(one.ended_at, "民特"), recorded_at=one.ended_at,
            advice="" if is_confirmed else "已告知可以通过调解变更协议或者起诉。")

    def _number(self, at: datetime, word: str) -> str:
        return f"（{localdate(at).year}）川0116{word}{next(self.numbers)}号"

    def _clerk(self, one: Round):
        return self.world.one(Role.MED_CLERK, self.world.town_of(one.case.area))

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.random.getrandbits(128), version=4)
