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
from .models.cases import GAVE
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


def whose_turn(case: Case) -> Seat | int | None:
    """Whoever the running clock waits for here; what is offered to another centre waits for nobody here."""
    if case.state == State.TRANSFERRED:
        return CLERK if case.offered_key is None else None
    return {State.REGISTERED: CLERK, State.ACCEPTED: MANAGER}.get(case.state) or mediator(case)


def reporter(case: Case) -> Seat | int | None:
    """Who tells the court, the police or the petition office that gave us the case how it ended."""
    return CLERK if case.source in GAVE else None


@dataclass(frozen=True)
class News:
    """Told to these (None: to nobody this time), as notice of the kind "case.<name>", in these words: at the centre
    that has the case, or `elsewhere`, at the other side of an offer."""

    to: Callable[[Case], Seat | int | None]
    name: str
    words: str | Promise
    elsewhere: bool = False

    @property
    def kind(self) -> str:
        return f"case.{self.name}"


REPORT_BACK = News(reporter, "report_back", gettext_lazy("It is over: please tell the body that gave us the case"))
TOLD: dict[str, tuple[News, ...]] = {
    "register": (News(clerk, "registered", gettext_lazy("New dispute, please decide on it")),),
    "accept": (News(manager, "accepted", gettext_lazy("Taken on, please appoint a mediator")),),
    "refuse": (REPORT_BACK,),
    "assign": (News(mediator, "assigned", gettext_lazy("You have been appointed as mediator")),
               News(clerk, "appointed", gettext_lazy("A mediator has been appointed"))),
    "reassign": (News(mediator, "assigned", gettext_lazy("You have been appointed as mediator")),
                 News(clerk, "appointed", gettext_lazy("A mediator has been appointed"))),
    "agree": (News(manager, "agreed", gettext_lazy("The parties have agreed")), REPORT_BACK),
    "move-up": (News(manager, "moved_up", gettext_lazy("Handed up by the level below, please appoint a mediator")),),
    "reopen": (News(manager, "reopened", gettext_lazy("Mediated again, please appoint a mediator")),),
    "breach": (News(manager, "breached", gettext_lazy("An agreement is not kept")),
               News(mediator, "breached", gettext_lazy("An agreement is not kept"))),
    "alarm": (News(manager, "alarmed", gettext_lazy("A follow-up calls for attention")),),
    "fail": (News(manager, "failed", gettext_lazy("Mediation ended without agreement")), REPORT_BACK),
    "transfer": (News(clerk, "offered", gettext_lazy("A case is offered to you, please take it on or hand it back"),
                      elsewhere=True),),
    "take": (News(manager, "taken_here", gettext_lazy("Taken on from another body, please appoint a mediator")),
             News(clerk, "taken", gettext_lazy("The case you offered was taken on"), elsewhere=True)),
    "hand-back": (News(clerk, "handed_back", gettext_lazy("The case you offered was handed back")),
                  News(manager, "handed_back_here", gettext_lazy("An offered case was handed back"))),
    "recall": (News(clerk, "recalled", gettext_lazy("A case offered to you was taken back"), elsewhere=True),),
    "move-out": (News(manager, "moved_out", gettext_lazy("A case has gone to another body")), REPORT_BACK),
    "helps": (News(nobody, "helps", gettext_lazy("You help to mediate this case")),),
    "recusal": (News(manager, "recusal", gettext_lazy("A ground for recusal was named, please decide")),),
    "consult": (News(manager, "consulted", gettext_lazy("An expert panel was called")),),
    "advise": (News(mediator, "advised", gettext_lazy("The opinion of the expert panel is there")),),
    "mark-major": (News(manager, "major", gettext_lazy("The county treats this dispute as major")),),
    "supervise": (News(manager, "supervised", gettext_lazy("A report on this case is asked for")),
                  News(mediator, "supervised_mine", gettext_lazy("A report on your case is asked for"))),
    "order_answered": (News(nobody, "order_answered", gettext_lazy("The report you asked for is there")),),
    **{f"order.{step}": (News(manager, f"order_{name}", words), News(mediator, f"order_{name}_mine", words))
       for step, name, words in (
           (Step.WARNED, "due", gettext_lazy("A report that was asked for is due soon")),
           (Step.OVERDUE, "overdue", gettext_lazy("A report that was asked for is overdue")),
           (Step.RAISED, "raised", gettext_lazy("A report that was asked for is long overdue")))},
    "order_late": (News(nobody, "order_late", gettext_lazy("The report you asked for has not come in time")),),
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
    Step.WARNED: (News(whose_turn, "warned", gettext_lazy("The time for this case is nearly over")),
                  News(clerk, "answer_warned", gettext_lazy("The time to answer an offer is nearly over"),
                       elsewhere=True)),
    Step.OVERDUE: (News(whose_turn, "expired", gettext_lazy("The time for this case is over")),
                   News(manager, "expired_here", gettext_lazy("A case of the centre is over its time")),
                   News(clerk, "answer_expired", gettext_lazy("The time to answer an offer is over"), elsewhere=True),
                   News(manager, "answer_expired_here", gettext_lazy("An offer to the centre was not answered in time"),
                        elsewhere=True)),
    Step.RAISED: (News(manager, "raised", gettext_lazy(
        "A case of the centre is long over its time; it can be handed up")),),
}
URGENT = {Step.OVERDUE, Step.RAISED, f"order.{Step.OVERDUE}", f"order.{Step.RAISED}", "risk", "police"}


def name_kinds() -> None:
    """Tell the notices what can be told of cases."""
    for told in TOLD.values():
        for news in told:
            notices.kind(news.kind, news.words)


def tell(case: Case, act: str, *, by, at: datetime, elsewhere: int | None = None,
         due_at: datetime | None = None) -> None:
    """Tell of an act, or a step of the clock, that has just happened, in its transaction. `elsewhere` is the area
    key of the other side of an offer; `due_at` the end of another clock than the case's own."""
    audiences = _audiences(case, [news for news in TOLD[act] if not news.elsewhere], by, at,
                           case.area_key if case.host_key is None else case.host_key)
    if elsewhere is not None:
        audiences += _audiences(case, [news for news in TOLD[act] if news.elsewhere], by, at, elsewhere)
    notices.tell_each(audiences, matter=case, text=notices.about(case.number, due_at or case.due_at),
                      url=case.get_absolute_url(), at=at, urgent=act in URGENT)


def _audiences(case: Case, told: list[News], by, at: datetime, key: int) -> list[notices.Audience]:
    """Who sits over this key, for each piece of news."""
    pairs = [(news, whom) for news in told if (whom := news.to(case)) is not None]
    seated = holders(key, {whom for _, whom in pairs if isinstance(whom, Seat)}, localdate(at))
    return [
        notices.Audience(news.kind, _users(whom, seated) - {by.pk if by else None},
                         areas={holder.area_id for holder in seated if isinstance(whom, Seat) and holder.sits([whom])})
        for news, whom in pairs]


def tell_step(case: Case, kind: str, step: str, *, at: datetime, due_at: datetime) -> None:
    """Tell of a step that a clock of the case has taken, here and where it is offered to."""
    act = f"{kind}.{step}" if f"{kind}.{step}" in TOLD else step
    tell(case, act, by=None, at=at, elsewhere=case.offered_key, due_at=due_at)


def tell_users(case: Case, act: str, users: set[int], *, by, at: datetime, due_at: datetime | None = None) -> None:
    """Tell certain people, who are not to be found by where they sit."""
    news = TOLD[act][0]
    notices.tell_each([notices.Audience(news.kind, users - {by.pk if by else None}, areas=set())], matter=case,
                      text=notices.about(case.number, due_at or case.due_at), url=case.get_absolute_url(), at=at,
                      urgent=False)


def _users(whom: Seat | int, seated: list) -> set[int]:
    return {holder.user_id for holder in seated if holder.sits([whom])} if isinstance(whom, Seat) else {whom}
