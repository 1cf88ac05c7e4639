"""Who is told what of an incident: whoever has to act next, and whoever waits for the answer.

Nobody is told of their own act. What is told names number, kind and time limit: no place, no words of anybody.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import Seat, holders
from grids.models import Department
from grids.roles import DESK_OF, Role
from shuangliu import notices
from shuangliu.deadlines.models import Step

from .models import Incident
from .states import TO_BE_CHECKED, Act, State


@dataclass(frozen=True)
class Whom:
    """People by their keys (None among them is nobody), and by the seats they hold over the place."""

    users: tuple[int | None, ...] = ()
    seats: tuple[Seat, ...] = ()


NOBODY = Whom()
# Finds them when the act has happened. The department is the one that the act names: sent to, or taken from.
To = Callable[[Incident, Department | None], Whom]


def reporter(incident: Incident, department=None) -> Whom:
    return Whom(users=(incident.reporter_id,))


def evaluator(incident: Incident, department=None) -> Whom:
    """The reporter, who does not judge their own work."""
    is_own = incident.reporter_id is None or incident.reporter_id in (incident.handler_id, incident.resolved_by_id)
    return NOBODY if is_own else reporter(incident)


def desk(incident: Incident, department=None) -> Whom:
    """The desk that owns it."""
    return Whom(seats=(Seat(DESK_OF[incident.tier]),))


def deciding_desk(incident: Incident, department=None) -> Whom:
    """The desk that decides on what nobody wants."""
    return desk(incident) if incident.is_contested else NOBODY


def late_desk(incident: Incident, department=None) -> Whom:
    """The desk that a clock has given it to."""
    return desk(incident) if incident.alert == Step.RAISED else NOBODY


def desk_above(incident: Incident, department=None) -> Whom:
    """The next one; above the county's the supervisor."""
    return Whom(seats=(Seat(DESK_OF.get(incident.tier + 1, Role.COUNTY_SUPERVISOR)),))


def office(incident: Incident, department=None) -> Whom:
    """Those of whom somebody signs: of the department, or of the desk that handles it itself."""
    department_id = department.pk if department else incident.department_id
    return Whom(seats=(Seat(Role.DEPT_HANDLER, department_id),)) if department_id else desk(incident)


def handler(incident: Incident, department=None) -> Whom:
    """The one who signed; while nobody has, the office."""
    return Whom(users=(incident.handler_id,)) if incident.handler_id else office(incident)


def checkers(incident: Incident, department=None) -> Whom:
    """Grid worker and station of the place, and the owning desk while no grid is known."""
    seats = (Seat(Role.GRID_WORKER), Seat(Role.WORKSTATION))
    return Whom(seats=seats if incident.grid_id else (*seats, Seat(DESK_OF[incident.tier])))


def sampler(incident: Incident, department=None) -> Whom:
    """The station, where what a grid worker settled is drawn for a check."""
    return Whom(seats=(Seat(Role.WORKSTATION),)) if incident.is_sampled else NOBODY


def whose_turn(incident: Incident, department=None) -> Whom:
    """Whoever the running clock waits for."""
    return TURN.get(incident.state, desk)(incident)


def whose_turn_in_time(incident: Incident, department=None) -> Whom:
    """The same, while the limit has not passed."""
    return whose_turn(incident) if incident.alert == Step.WARNED else NOBODY


TURN: dict[str, Callable[[Incident], Whom]] = {
    State.SELF_HANDLED: sampler,
    State.ASSIGNED: office,
    State.IN_PROGRESS: handler,
    State.REWORK: handler,
    State.RESOLVED: checkers,
    State.CLOSED: evaluator,
}


@dataclass(frozen=True)
class News:
    """Told to these, as notice of the kind "incident.<name>", in these words."""

    to: To
    name: str
    words: str | Promise

    @property
    def kind(self) -> str:
        return f"incident.{self.name}"


# Whoever is told of one act in two ways is told in the first.
TOLD: dict[str, tuple[News, ...]] = {
    Act.REPORT: (News(desk, "reported", _("New report, please accept it")),),
    Act.LOCATE: (News(desk, "located", _("Placed in your area")),),
    Act.SELF_HANDLE: (News(sampler, "sampled", _("Settled on the spot and drawn for a check, please check it")),),
    Act.ACCEPT: (News(reporter, "accepted", _("Your report has been accepted")),),
    Act.REJECT: (News(reporter, "rejected", _("Your report was not accepted")),),
    Act.MERGE: (News(reporter, "merged", _("Your report goes on with another of the same matter")),),
    Act.UNMERGE: (News(reporter, "unmerged", _("Your report goes on by itself again")),
                  News(desk, "reported_again", _("Taken apart from another, please accept it"))),
    Act.CANCEL: (News(reporter, "cancelled", _("Your report has been withdrawn")),
                 News(desk, "cancelled_here", _("A report has been withdrawn"))),
    Act.ASSIGN: (News(office, "assigned", _("Dispatched to you, please sign for it")),),
    Act.DECIDE: (News(office, "decided", _("Dispatched to you by joint decision, please sign for it")),),
    Act.ESCALATE: (News(deciding_desk, "contested", _("Nobody wants it, please decide jointly")),
                   News(desk, "escalated", _("Sent up to you, please dispatch it"))),
    Act.HAND_DOWN: (News(desk, "handed_down", _("Handed down to you, please dispatch it")),),
    Act.MEDIATE: (News(reporter, "mediated", _("Your report is with the mediators")),),
    Act.RETURN: (News(deciding_desk, "contested", _("Nobody wants it, please decide jointly")),
                 News(desk, "returned", _("Returned by the department, please dispatch it again"))),
    Act.RECALL: (News(office, "recalled", _("Taken back from you, there is nothing more to do")),),
    Act.RESOLVE: (News(checkers, "resolved", _("Handled, please check it")),),
    Act.SETTLE: (News(checkers, "settled", _("The dispute is settled, please check it")),),
    Act.UNSETTLE: (News(desk, "unsettled", _("The dispute is not settled, please decide what comes next")),),
    Act.SUSPEND: (News(handler, "suspended", _("Suspended, your clock rests")),
                  News(reporter, "suspended_report", _("Your report is suspended"))),
    Act.RESUME: (News(handler, "resumed", _("No longer suspended, please go on with it")),),
    Act.EXTEND: (News(handler, "extended", _("You have been given more time")),),
    Act.VERIFY: (News(desk, "verified", _("The check is passed, please close it")),),
    Act.REWORK: (News(handler, "reworked", _("Sent back to you for rework")),),
    Act.CLOSE: (News(evaluator, "closed", _("Your report is settled, please evaluate it")),
                News(reporter, "closed_own", _("What you reported and settled is closed"))),
    Act.JUDGE: (News(handler, "judged", _("The reporter has evaluated your work")),),
    Act.REOPEN: (News(desk, "reopened", _("Reopened, please dispatch it anew")),
                 News(reporter, "reopened_report", _("Your report has been reopened"))),
    Act.HAND_OVER: (News(whose_turn, "handed_over", _("Handed over to you with the place or from a colleague")),),
    Act.REMIND: (News(whose_turn, "reminded", _("The caller waits for an answer, please see to it")),
                 News(desk, "reminded_with", _("The caller of a matter at your desk waits for an answer"))),
    Act.WARN: (News(whose_turn_in_time, "warned", _("The limit is near")),
               News(late_desk, "warned_here", _("What was raised to you still waits, your limit is near"))),
    Act.EXPIRE: (News(whose_turn, "expired", _("The limit has passed")),
                 News(desk, "expired_with", _("The limit of a matter you dispatched has passed")),
                 News(desk_above, "expired_below", _("A limit has passed at the desk below you"))),
    Act.RAISE: (News(desk, "raised", _("Raised to you, its limit has long passed")),
                News(whose_turn, "raised_above", _("Raised above you, its limit has long passed"))),
}
# What those hear whose reports go on with this one, each of their own report.
OF_MERGED: dict[str, News] = {
    Act.CLOSE: News(reporter, "main_closed", _("The matter with which your report goes on is settled")),
    Act.REJECT: News(reporter, "main_rejected", _("The matter with which your report goes on was not accepted")),
}
URGENT = {Act.EXPIRE, Act.RAISE}  # and all that is told of an urgent incident


def name_kinds() -> None:
    """Tell the notices what can be told of incidents."""
    for told in (*TOLD.values(), OF_MERGED.values()):
        for news in told:
            notices.kind(news.kind, news.words)


def tell(incident: Incident, act: str, *, by, at: datetime, department: Department | None = None) -> None:
    """Tell of an act that has just happened, in its transaction. Costs three statements at most, and where others go
    on with it, what it costs to tell each of them."""
    told = TOLD.get(act, ())
    whom = [news.to(incident, department) for news in told]
    seated = holders(incident.area_key, {seat for one in whom for seat in one.seats}, localdate(at))
    audiences = [_audience(news, one, seated, incident, by) for news, one in zip(told, whom, strict=True)]
    text = notices.about(f"{incident.number} {incident.category.name}", incident.due_at)
    notices.tell_each(audiences, matter=incident, text=text, url=incident.get_absolute_url(), at=at,
                      urgent=incident.is_urgent or act in URGENT)
    if news := OF_MERGED.get(act):
        # What people told the hotline has no reporter here: the hotline follows it by itself.
        for other in incident.merged.select_related("category").exclude(Q(reporter=by) | Q(reporter=None)):
            notices.tell([other.reporter_id], news.kind, matter=other, url=other.get_absolute_url(), at=at,
                         text=notices.about(f"{other.number} {other.category.name}", None))


def _audience(news: News, whom: Whom, seated: list, incident: Incident, by) -> notices.Audience:
    sitting = [holder for holder in seated if holder.sits(whom.seats)]
    not_told = {by.pk if by else None, None}
    if incident.state in TO_BE_CHECKED:
        not_told |= {incident.handler_id, incident.resolved_by_id}  # nobody checks their own work
    users = ({holder.user_id for holder in sitting} | set(whom.users)) - not_told
    # The group of an office or a desk; grid workers have none.
    return notices.Audience(
        news.kind, users,
        departments={holder.department_id for holder in sitting if holder.department_id},
        areas={holder.area_id for holder in sitting if holder.role in DESK_OF.values()})
