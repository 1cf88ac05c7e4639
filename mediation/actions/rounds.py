"""The rounds of a case: begun, ended, tried again, handed up, begun anew after a breach."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from grids.models import Level
from shuangliu import audit, deadlines
from shuangliu.deadlines.models import Step

from .. import news
from ..after import duties
from ..models import Case, MediationCenter, MediationOrg, Round
from ..models.limits import Kind
from ..models.rounds import End, Why
from ..routing.finding import Organisations
from ..states import Act
from .moving import CaseMoved, check, host_key_of, move, start_clock

NEXT_UP = {Level.COMMUNITY: Level.TOWN, Level.TOWN: Level.COUNTY}


def open_round(case: Case, why: str, *, at: datetime, level: str | None = None, **known) -> Round:
    """Begin the next round; `known` are its organisation and mediator where they are known already."""
    last = case.rounds.aggregate(last=Max("number"))["last"] or 0
    case.level = level or Level.COMMUNITY
    Case.objects.filter(pk=case.pk).update(level=case.level)
    started = Round.objects.create(case=case, number=last + 1, opened_at=at, opened_why=why, center=case.center,
                                   level=case.level, **known)
    _forget(case)
    return started


def end_round(case: Case, end: str, *, at: datetime, **content) -> Round:
    """End the running round with what came of it. Raises CaseMoved when none runs."""
    running = case.rounds.filter(ended_at=None).first()
    if running is None:
        raise CaseMoved(_("No round of mediation is running."), matter=case)
    for name, value in {"ended_at": at, "end": end, **content}.items():
        setattr(running, name, value)
    running.save()
    _forget(case)
    return running


@transaction.atomic
def retry_case(case: Case, *, by, at: datetime, failed_reason: str, tried: str = "") -> None:
    """This attempt came to nothing, the same mediator tries once more; the time limit runs on. Raises CaseMoved."""
    move(case, Act.RETRY)
    over = end_round(case, End.FAILED, at=at, failed_reason=failed_reason, tried=tried)
    open_round(case, Why.RETRY, at=at, level=over.level, org=over.org, mediator=over.mediator)
    audit.record("case.retried", case, by=by, at=at, round=over.number, reason=failed_reason)


@transaction.atomic
def move_up_case(case: Case, *, by, at: datetime, failed_reason: str, tried: str = "") -> None:
    """This level came to no end: the next one takes over with all that was tried (domain.md §3 P20).

    The centre above has the case then; the limit runs anew from there, for another body begins. Raises CaseMoved.
    """
    check(case, Act.MOVE_UP)
    level = NEXT_UP.get(case.round.level)
    if level is None:
        raise CaseMoved(_("There is no level above the county's."), matter=case)
    center = case.center
    if level == Level.COUNTY:
        center = MediationCenter.of_county(case.area_key) or center
    deadlines.stop(case, at=at, kind=Kind.MEDIATE)
    due_at = start_clock(case, Kind.MEDIATE, at=at)
    org = Organisations.of(case.area_key).general(level, case, MediationOrg.Kind.PEOPLE)
    move(case, Act.MOVE_UP, center=center, host_key=host_key_of(case, center), org=org, mediator=None, assigned_at=None,
         due_at=due_at, alert=Step.NONE)
    over = end_round(case, End.MOVED_UP, at=at, failed_reason=failed_reason, tried=tried)
    open_round(case, Why.MOVED_UP, at=at, level=level, org=org)
    audit.record("case.moved_up", case, by=by, at=at, round=over.number, reason=failed_reason, level=level)
    news.tell(case, "move-up", by=by, at=at)


@transaction.atomic
def reopen_case(case: Case, *, by, at: datetime, reason: str) -> None:
    """The agreement is not kept: another round begins (人民调解法 art. 31, 32). The case stays settled in the
    figures; the breach is counted apart (domain.md §5.2). Raises CaseMoved."""
    if case.round is None or case.round.end != End.AGREED:
        check(case, Act.REOPEN)
        raise CaseMoved(_("There is no agreement that could have been broken."), matter=case)
    over = case.round
    check(case, Act.REOPEN)
    duties.end_round(over, by=by, at=at)
    due_at = start_clock(case, Kind.MEDIATE, at=at)
    move(case, Act.REOPEN, org=None, mediator=None, assigned_at=None, due_at=due_at, alert=Step.NONE)
    open_round(case, Why.BREACH, at=at, level=over.level)
    audit.record("case.reopened", case, by=by, at=at, round=over.number, why=reason)
    news.tell(case, "reopen", by=by, at=at)


def _forget(case: Case) -> None:
    """What was read of the rounds before is old."""
    case.__dict__.pop("round", None)
    getattr(case, "_prefetched_objects_cache", {}).pop("rounds", None)
