"""Who is told what of an incident: whoever has to act next, and whoever waits for the answer.

Nobody is told of their own act. What is told names number, kind and time limit: no place, no words of anybody.
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

from .models import Incident
from .states import Act, State

DESK_OF = {2: Role.WORKSTATION, 3: Role.SUBCENTER, 4: Role.COUNTY_DISPATCH}


@dataclass(frozen=True)
class Whom:
    """People by their keys (None among them is nobody), and by the seats they hold over the place."""

    users: tuple[int | None, ...] = ()
    seats: tuple[Seat, ...] = ()


def reporter(incident: Incident) -> Whom:
    return Whom(users=(incident.reporter_id,))


def desk(incident: Incident) -> Whom:
    """The desk that owns it."""
    return Whom(seats=(Seat(DESK_OF[incident.tier]),))


def desk_above(incident: Incident) -> Whom:
    """The next one; above the county's the supervisor."""
    return Whom(seats=(Seat(DESK_OF.get(incident.tier + 1, Role.COUNTY_SUPERVISOR)),))


def office(incident: Incident) -> Whom:
    """Those of whom somebody shall sign: of the department, or of the desk that handles it itself."""
    if incident.department_id:
        return Whom(seats=(Seat(Role.DEPT_HANDLER, incident.department_id),))
    return desk(incident)


def handler(incident: Incident) -> Whom:
    """The one who signed; while nobody has, the office."""
    return Whom(users=(incident.handler_id,)) if incident.handler_id else office(incident)


def checkers(incident: Incident) -> Whom:
    """Grid worker and station of the place, and the owning desk while no grid is known."""
    seats = (Seat(Role.GRID_WORKER), Seat(Role.WORKSTATION))
    return Whom(seats=seats if incident.grid_id else (*seats, Seat(DESK_OF[incident.tier])))


def whose_turn(incident: Incident) -> Whom:
    """Whoever the running clock waits for."""
    return TURN.get(incident.state, desk)(incident)


TURN: dict[str, Callable[[Incident], Whom]] = {
    State.ASSIGNED: office,
    State.IN_PROGRESS: handler,
    State.REWORK: handler,
    State.RESOLVED: checkers,
    State.CLOSED: reporter,
}


@dataclass(frozen=True)
class News:
    """Told to these, as notice of the kind "incident.<name>", in these words."""

    to: Callable[[Incident], Whom]
    name: str
    words: str | Promise

    @property
    def kind(self) -> str:
        return f"incident.{self.name}"


# Whoever is told of one act in two ways is told in the first.
TOLD: dict[str, tuple[News, ...]] = {
    Act.REPORT: (News(desk, "reported", gettext_lazy("New report, please accept it")),),
    Act.LOCATE: (News(desk, "located", gettext_lazy("Placed in your area")),),
    Act.ACCEPT: (News(reporter, "accepted", gettext_lazy("Your report has been accepted")),),
    Act.REJECT: (News(reporter, "rejected", gettext_lazy("Your report was not accepted")),),
    Act.ASSIGN: (News(office, "assigned", gettext_lazy("Dispatched to you, please sign for it")),),
    Act.ESCALATE: (News(desk, "escalated", gettext_lazy("Sent up to you, please dispatch it")),),
    Act.MEDIATE: (News(reporter, "mediated", gettext_lazy("Your report is with the mediators")),),
    Act.RETURN: (News(desk, "returned", gettext_lazy("Returned by the department, please dispatch it again")),),
    Act.RESOLVE: (News(checkers, "resolved", gettext_lazy("Handled, please check it")),),
    Act.SETTLE: (News(checkers, "settled", gettext_lazy("The dispute is settled, please check it")),),
    Act.UNSETTLE: (News(desk, "unsettled", gettext_lazy("The dispute is not settled, please decide what comes next")),),
    Act.VERIFY: (News(desk, "verified", gettext_lazy("The check is passed, please close it")),),
    Act.REWORK: (News(handler, "reworked", gettext_lazy("Sent back to you for rework")),),
    Act.CLOSE: (News(reporter, "closed", gettext_lazy("Your report is settled, please evaluate it")),),
    Act.JUDGE: (News(handler, "judged", gettext_lazy("The reporter has evaluated your work")),),
    Act.WARN: (News(whose_turn, "warned", gettext_lazy("The limit is near")),),
    Act.EXPIRE: (News(whose_turn, "expired", gettext_lazy("The limit has passed")),
                 News(desk, "expired_with", gettext_lazy("The limit of a matter you dispatched has passed")),
                 News(desk_above, "expired_below", gettext_lazy("A limit has passed at the desk below you"))),
    Act.RAISE: (News(desk, "raised", gettext_lazy("Raised to you, its limit has long passed")),
                News(whose_turn, "raised_above", gettext_lazy("Raised above you, its limit has long passed"))),
}
URGENT = {Act.EXPIRE, Act.RAISE}  # and all that is told of an urgent incident


def name_kinds() -> None:
    """Tell the notices what can be told of incidents."""
    for told in TOLD.values():
        for news in told:
            notices.kind(news.kind, news.words)


def tell(incident: Incident, act: str, *, by, at: datetime) -> None:
    """Tell of an act that has just happened, in its transaction. Costs three statements at most."""
    told = TOLD.get(act, ())
    whom = [news.to(incident) for news in told]
    seated = holders(incident.area_key, {seat for one in whom for seat in one.seats}, localdate(at))
    audiences = [_audience(news, one, seated, incident, by) for news, one in zip(told, whom, strict=True)]
    text = notices.about(f"{incident.number} {incident.category.name}", incident.due_at)
    notices.tell_each(audiences, matter=incident, text=text, url=incident.get_absolute_url(), at=at,
                      urgent=incident.is_urgent or act in URGENT)


def _audience(news: News, whom: Whom, seated: list, incident: Incident, by) -> notices.Audience:
    sitting = [holder for holder in seated if holder.sits(whom.seats)]
    not_told = {by.pk if by else None, None}
    if incident.state == State.RESOLVED:
        not_told |= {incident.handler_id, incident.resolved_by_id}  # nobody checks their own work
    users = ({holder.user_id for holder in sitting} | set(whom.users)) - not_told
    # The group of an office or a desk; grid workers have none.
    return notices.Audience(
        news.kind, users,
        departments={holder.department_id for holder in sitting if holder.department_id},
        areas={holder.area_id for holder in sitting if holder.role in DESK_OF.values()})
