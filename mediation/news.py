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
from .models.limits import Kind
from .states import State

CLERK, MANAGER = Seat(Role.MED_CLERK), Seat(Role.CENTER_MANAGER)


def clerk(case: Case) -> Seat | int:
    return CLERK


def manager(case: Case) -> Seat | int:
    return MANAGER


def mediator(case: Case) -> Seat | int:
    """The mediator's account; without one the clerk writes for them, and does what none was appointed for."""
    return (case.mediator_id and case.mediator.user_id) or CLERK


def nobody(case: Case) -> None:
    """Told by name: see tell_users."""


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
    "fail": (News(manager, "failed", gettext_lazy("Mediation ended without agreement")),),
    "helps": (News(nobody, "helps", gettext_lazy("You help to mediate this case")),),
    "recusal": (News(manager, "recusal", gettext_lazy("A ground for recusal was named, please decide")),),
    "consult": (News(manager, "consulted", gettext_lazy("An expert panel was called")),),
    "advise": (News(mediator, "advised", gettext_lazy("The opinion of the expert panel is there")),),
    "mark-major": (News(manager, "major", gettext_lazy("The county treats this dispute as major")),),
    "supervise": (News(manager, "supervised", gettext_lazy("A report on this case is asked for")),
                  News(mediator, "supervised_mine", gettext_lazy("A report on your case is asked for"))),
    "order_answered": (News(nobody, "order_answered", gettext_lazy("The report you asked for is there")),),
    "risk": (News(manager, "risk", gettext_lazy("This dispute may escalate")),),
    "police": (News(manager, "police", gettext_lazy("The police were told of this dispute")),),
    # Some clocks have an owner of their own, or one more who hears of them.
    f"{Kind.MEDIATE}.{Step.WARNED}": (
        News(whose_turn, "warned", gettext_lazy("The time for this case is nearly over")),
        News(manager, "warned_here", gettext_lazy("The time for a case of the centre is nearly over"))),
    **{f"{Kind.PROGRESS}.{step}": (News(manager, "progress_due", gettext_lazy("The weekly progress note is due")),
                                   News(mediator, "progress_due_mine", gettext_lazy("Please write the weekly note")))
       for step in (Step.WARNED, Step.OVERDUE, Step.RAISED)},
    **{f"{Kind.PANEL}.{step}": (News(manager, "panel_due", gettext_lazy("The opinion of the panel is due")),)
       for step in (Step.WARNED, Step.OVERDUE, Step.RAISED)},
    Step.WARNED: (News(whose_turn, "warned", gettext_lazy("The time for this case is nearly over")),),
    Step.OVERDUE: (News(whose_turn, "expired", gettext_lazy("The time for this case is over")),
                   News(manager, "expired_here", gettext_lazy("A case of the centre is over its time"))),
    Step.RAISED: (News(manager, "raised", gettext_lazy("A case of the centre is long over its time")),),
}
URGENT = {Step.OVERDUE, Step.RAISED, "risk", "police"}


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


def tell_step(case: Case, kind: str, step: str, *, at: datetime) -> None:
    """Tell of a step that a clock of the case has taken."""
    tell(case, f"{kind}.{step}" if f"{kind}.{step}" in TOLD else step, by=None, at=at)


def tell_users(case: Case, act: str, users: set[int], *, by, at: datetime) -> None:
    """Tell certain people, who are not to be found by where they sit."""
    news = TOLD[act][0]
    notices.tell_each([notices.Audience(news.kind, users - {by.pk}, areas=set())], matter=case,
                      text=notices.about(case.number, case.due_at), url=case.get_absolute_url(), at=at, urgent=False)


def _users(whom: Seat | int, seated: list) -> set[int]:
    return {holder.user_id for holder in seated if holder.sits([whom])} if isinstance(whom, Seat) else {whom}
