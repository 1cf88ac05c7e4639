"""All that can befall a visit: it is asked for, told of, entered, cancelled; and what the clock does."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.keys import truncate
from shuangliu import audit, deadlines, indicators
from shuangliu.deadlines import Limit, Unit
from shuangliu.deadlines.models import Step
from shuangliu.pages.conflict import Conflict
from shuangliu.pages.written import believed

from .. import actions as register
from ..models.homes import Dwelling
from ..models.living import Left, Residence
from ..models.trail import Source
from . import news
from .measures import counted
from .models import Result, Visit, VisitTask
from .moving import VisitMoved, lock, move
from .states import MOST_TRIES, STAGE, Act, State

__all__ = ["VisitMoved", "ask", "ask_many", "cancel", "enter", "report", "strike"]
STRIKES = {Step.WARNED: Act.WARN, Step.OVERDUE: Act.LATE, Step.RAISED: Act.RAISE}
STAYS, AWAY = "stays", "away"  # what is entered of each who lives there by the register
STANDING = {Result.EMPTY: Dwelling.Standing.EMPTY, Result.NOT_LIVED_IN: Dwelling.Standing.OTHER}


@transaction.atomic
def ask(dwelling: Dwelling, *, by, at: datetime, purpose: str, due_on: date, uuid: UUID | None = None) -> VisitTask:
    """A visit by the worker of the dwelling's grid, until `due_on`. Raises ValidationError for a day that is not to
    come or a dwelling without a grid, Conflict when one for this purpose waits."""
    if uuid and (sent := VisitTask.objects.filter(uuid=uuid, asked_by=by).first()):
        return sent
    task = _ask(dwelling, by=by, at=at, purpose=purpose, due_on=due_on, **({"uuid": uuid} if uuid else {}))
    news.tell(task, Act.ASK, by=by, at=at)
    return task


@transaction.atomic
def ask_many(dwellings: Iterable[Dwelling], *, by, at: datetime, purpose: str, due_on: date) -> list[VisitTask]:
    """A visit to each; one that has such a visit waiting is left out. Raises ValidationError as `ask` does."""
    asked = []
    for dwelling in dwellings:
        try:
            asked.append(_ask(dwelling, by=by, at=at, purpose=purpose, due_on=due_on))
        except Conflict:
            continue  # somebody asked for it meanwhile
    news.tell_many(asked, by=by, at=at)
    return asked


@transaction.atomic
def report(task: VisitTask, *, by, at: datetime, uuid: UUID, result: str, new_name: str = "", new_count: int = 0,
           note: str = "", visited_at: datetime | None = None) -> tuple[Visit, bool]:
    """What a try found, and whether it is new: the same form sent again gives the same. Nobody at the third try passes
    the visit back to the registrar. Raises VisitMoved, and Conflict when somebody else sent this form."""
    if sent := Visit.objects.select_related("task").filter(uuid=uuid).first():
        if sent.by_id != by.pk:
            raise Conflict(_("This form was sent before by somebody else. Please start a new one."))
        return sent, False
    row = lock(task, Act.REPORT)
    when = max(believed(visited_at, at), row.asked_at)
    tried = Visit.objects.create(uuid=uuid, task=row, result=result, new_name=new_name, new_count=new_count, note=note,
                                 by=by, visited_at=when, received_at=at)
    tries, is_found = row.tries + 1, result != Result.NOBODY
    to = State.DONE if is_found else State.NOBODY if tries >= MOST_TRIES else State.OPEN
    changes = {} if to == State.OPEN else {"result": result, "done_by": by, "done_at": when}
    tried.task = move(row, Act.REPORT, by=by, at=at, to=to, tries=tries, detail={"result": result}, **changes)
    task.refresh_from_db()
    return tried, True


@transaction.atomic
def enter(task: VisitTask, *, by, at: datetime, people: Mapping[int, str] | None = None) -> VisitTask:
    """The result goes into the register: of each who lives there, by key, `stays` (confirmed) or `away` (moved out on
    the day of the visit); the dwelling is checked as of that day. Where nobody opened, nothing is entered.

    Raises ValidationError while somebody who lives there by the register is not said to stay or to be away, and
    Conflict when the register has changed meanwhile.
    """
    row, said = lock(task, Act.ENTER), people or {}
    if row.result != Result.NOBODY:
        homes = list(Residence.objects.filter(dwelling=row.dwelling, until=None, person__merged_into=None)
                     .select_related("person"))
        if said.keys() - {home.person_id for home in homes}:
            raise Conflict(_("The register has changed meanwhile. Please look again."), matter=row)
        for home in homes:
            _settle(home, said.get(home.person_id), row, by=by, at=at)
        standing = STANDING.get(row.result) or (
            Dwelling.Standing.LIVED_IN if row.result == Result.SOMEBODY_NEW or STAYS in said.values()
            else Dwelling.Standing.EMPTY)
        register.check_dwelling(row.dwelling, by=by, at=at, standing=standing, checked_at=row.done_at)
    row.tries_made.exclude(new_name="").update(new_name="")  # the register has it now
    return move(row, Act.ENTER, by=by, at=at, closed_by=by, closed_at=at)


def cancel(task: VisitTask, *, by, at: datetime) -> VisitTask:
    """Nobody need go. Raises VisitMoved."""
    return move(task, Act.CANCEL, by=by, at=at, closed_by=by, closed_at=at)


@transaction.atomic
def strike(number: int, *, step: str, at: datetime) -> None:
    """Take the step of the clock of the visit with this key; nothing else follows from it (domain.md §7 rule 11)."""
    task = VisitTask.objects.get(pk=number)
    if task.state == State.OPEN:
        move(task, STRIKES[step], by=None, at=at, alert=step)


def _ask(dwelling: Dwelling, *, by, at: datetime, purpose: str, due_on: date, **more) -> VisitTask:
    days = (due_on - localdate(at)).days
    if days < 1:
        raise ValidationError({"due_on": _("From tomorrow on.")})
    if dwelling.area_key == truncate(dwelling.area_key, "community"):
        raise ValidationError({"purpose": _("The building lies in no grid yet: put that right first, so that somebody "
                                            "can go.")})
    task = VisitTask(dwelling=dwelling, area_key=dwelling.area_key, purpose=purpose, due_on=due_on, asked_by=by,
                     asked_at=at, **more)
    try:
        with transaction.atomic():
            task.save(force_insert=True)
    except IntegrityError:
        raise Conflict(_("A visit there for this purpose is waiting already."), matter=dwelling) from None
    clock = deadlines.start(task, STAGE, limit=Limit(days, Unit.NATURAL_DAYS), at=at)
    VisitTask.objects.filter(pk=task.pk).update(due_at=clock.due_at, limit_at=clock.due_at)
    task.due_at = task.limit_at = clock.due_at
    indicators.add_many((*place, n) for place, n in counted(task).items())
    audit.record("visit.ask", task, by=by, at=at, purpose=purpose, due_on=due_on)
    return task


def _settle(home: Residence, said: str | None, task: VisitTask, *, by, at: datetime) -> None:
    if said == STAYS:
        register.confirm(home.person, by=by, at=max(task.done_at, home.person.confirmed_at), source=Source.VISIT)
    elif said == AWAY:
        register.move_out(home.person, by=by, at=at, until=localdate(task.done_at), left=Left.AWAY,
                          source=Source.VISIT)
    else:
        raise ValidationError(_("Say of everybody whether they still live there."))
