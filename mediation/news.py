"""Who is told what of a mediation case: the centre, and the mediator who has it.

What is told names number and time limit: not the kind of dispute, no place, and no party.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy

from grids.holders import Seat, holders
from grids.roles import Role
from shuangliu import notices
from shuangliu.deadlines.models import Step

from .models import Case
from .states import State

CLERK, MANAGER = Seat(Role.MED_CLERK), Seat(Role.CENTER_MANAGER)


def clerk(case: Case) -> Seat | int:
    return CLERK


def manager(case: Case) -> Seat | int:
    return MANAGER


def mediator(case: Case) -> Seat | int:
    """The mediator's account; without one the clerk writes for them."""
    return case.mediator.user_id or CLERK


def whose_turn(case: Case) -> Seat | int:
    """Whoever the running clock waits for."""
    return {State.REGISTERED: CLERK, State.ACCEPTED: MANAGER}.get(case.state) or mediator(case)


@dataclass(frozen=True)
class News:
    """Told to these, as notice of the kind "case.<name>", in these words."""

    to: Callable[[Case], Seat | int]
    name: str
    words: str | Promise

    @property
    def kind(self) -> str:
        return f"case.{self.name}"


TOLD: dict[str, tuple[News, ...]] = {
    "register": (News(clerk, "registered", gettext_lazy("New dispute, please decide on it")),),
    "accept": (News(manager, "accepted", gettext_lazy("Taken on, please appoint a mediator")),),
    "assign": (News(mediator, "assigned", gettext_lazy("You have been appointed as mediator")),
               News(clerk, "appointed", gettext_lazy("A mediator has been appointed"))),
    "reassign": (News(mediator, "assigned", gettext_lazy("You have been appointed as mediator")),
                 News(clerk, "appointed", gettext_lazy("A mediator has been appointed"))),
    "agree": (News(manager, "agreed", gettext_lazy("The parties have agreed")),),
    "move-up": (News(manager, "moved_up", gettext_lazy("Handed up by the level below, please appoint a mediator")),),
    "reopen": (News(manager, "reopened", gettext_lazy("Mediated again, please appoint a mediator")),),
    "breach": (News(manager, "breached", gettext_lazy("An agreement is not kept")),
               News(mediator, "breached", gettext_lazy("An agreement is not kept"))),
    "alarm": (News(manager, "alarmed", gettext_lazy("A follow-up calls for attention")),),
    "fail": (News(manager, "failed", gettext_lazy("Mediation ended without agreement")),),
    Step.WARNED: (News(whose_turn, "warned", gettext_lazy("The time for this case is nearly over")),),
    Step.OVERDUE: (News(whose_turn, "expired", gettext_lazy("The time for this case is over")),
                   News(manager, "expired_here", gettext_lazy("A case of the centre is over its time"))),
    Step.RAISED: (News(manager, "raised", gettext_lazy("A case of the centre is long over its time")),),
}
URGENT = {Step.OVERDUE, Step.RAISED}


def name_kinds() -> None:
    """Tell the notices what can be told of cases."""
    for told in TOLD.values():
        for news in told:
            notices.kind(news.kind, news.words)


def tell(case: Case, act: str, *, by, at: datetime) -> None:
    """Tell of an act, or a step of the clock, that has just happened, in its transaction."""
    told = TOLD[act]
    whom = [news.to(case) for news in told]
    seated = holders(case.area_key, {one for one in whom if isinstance(one, Seat)}, localdate(at))
    audiences = [
        notices.Audience(news.kind, _users(one, seated) - {by.pk if by else None},
                         areas={holder.area_id for holder in seated if isinstance(one, Seat) and holder.sits([one])})
        for news, one in zip(told, whom, strict=True)]
    notices.tell_each(audiences, matter=case, text=notices.about(case.number, case.due_at), url=case.get_absolute_url(),
                      at=at, urgent=act in URGENT)


def _users(whom: Seat | int, seated: list) -> set[int]:
    return {holder.user_id for holder in seated if holder.sits([whom])} if isinstance(whom, Seat) else {whom}
