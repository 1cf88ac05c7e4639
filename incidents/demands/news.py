"""Who is told what of a demand: whoever has to answer, and whoever asked. Nobody is told of their own act; what is told
names the incident, its kind and the time limit, no words of anybody."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import Seat, holders
from grids.roles import DESK_OF, Role
from shuangliu import notices
from shuangliu.deadlines.models import Step

from ..states import ASKED_IN, Act
from .rights import TOP
from .states import DECIDED_ABOVE, State


class Whom(NamedTuple):
    users: tuple = ()
    seats: tuple[Seat, ...] = ()


def asked(demand) -> Whom:
    """The department or the desk that is asked; before a call is passed on, the desk that does so."""
    if demand.department_id and demand.state != State.PASSING:
        return Whom(seats=(Seat(Role.DEPT_HANDLER, demand.department_id),))
    seats = (Seat(DESK_OF[demand.tier]),)
    if demand.kind in DECIDED_ABOVE and demand.asked_tier == TOP:
        seats += (Seat(Role.COUNTY_SUPERVISOR),)  # nobody decides what they asked for themselves
    return Whom(seats=seats)


def asker(demand) -> Whom:
    """Who asked, and while an answer waits to be looked at, their office."""
    if demand.state != State.ANSWERED:
        return Whom(users=(demand.asked_by_id,))
    if demand.asked_department_id:
        return Whom((demand.asked_by_id,), (Seat(Role.DEPT_HANDLER, demand.asked_department_id),))
    return Whom((demand.asked_by_id,), (Seat(DESK_OF[demand.asked_tier]),))


def waiting_asker(demand) -> Whom:
    """Who asked, unless the time that they were given tells them already."""
    return Whom() if demand.asked_by_id == demand.incident.handler_id else asker(demand)


def answerer(demand) -> Whom:
    return Whom(users=(demand.answered_by_id,))


def whose_turn(demand) -> Whom:
    return asker(demand) if demand.state == State.ANSWERED else asked(demand)


def next_desk(demand) -> Whom:
    """The desk that the clock has given it to, with a limit of its own."""
    return whose_turn(demand) if demand.alert == Step.NONE else Whom()


def county(demand) -> Whom:
    """Where the one that does not answer keeps it."""
    return Whom(seats=(Seat(Role.COUNTY_DISPATCH),)) if demand.alert == Step.RAISED else Whom()


class News(NamedTuple):
    """Told to these, as notice of the kind "demand.<name>", in these words."""

    to: Callable
    name: str
    words: str | Promise


_ASKED = News(asked, "asked", _("You are asked by another office, please answer"))

TOLD: dict[str, tuple[News, ...]] = {
    **dict.fromkeys((*ASKED_IN, Act.ORDER, Act.PASS_ON), (_ASKED,)),
    Act.GRANT: (News(waiting_asker, "granted", _("What you asked for has been granted")),),
    Act.REFUSE: (News(asker, "refused", _("What you asked for has been refused")),),
    Act.DECLINE: (News(asker, "declined", _("The office that you asked has declined")),),
    Act.ARRIVE: (News(asker, "arrived", _("The department that you called has arrived")),),
    Act.ANSWER: (News(asker, "answered", _("You have an answer, please look at it")),),
    Act.SEND_BACK: (News(asked, "sent_back", _("Your answer will not do, please answer again")),),
    Act.CONCLUDE: (News(answerer, "concluded", _("Your answer will do")),),
    Act.RATE: (News(answerer, "rated", _("It has been rated how you came")),),
    Act.TAKE_BACK: (News(asked, "taken_back", _("What you were asked for is no longer needed")),),
    Act.FALL: (News(asked, "fallen", _("What you were asked for is no longer needed")),),
    Act.DEMAND_WARN: (News(whose_turn, "warned", _("The limit to answer is near")),),
    Act.DEMAND_EXPIRE: (News(whose_turn, "expired", _("The limit to answer has passed")),),
    Act.DEMAND_RAISE: (News(next_desk, "raised", _("It was not answered in time, it is with you now")),
                       News(county, "raised_above", _("An office has not answered in time"))),
}
URGENT = {Act.DEMAND_EXPIRE, Act.DEMAND_RAISE, Act.ORDER}  # and all that is told of an urgent demand


def name_kinds() -> None:
    """Tell the notices what can be told of demands."""
    for told in TOLD.values():
        for news in told:
            notices.kind(f"demand.{news.name}", news.words)


def tell(demand, act: str, *, by, at: datetime) -> None:
    """Tell of an act that has just happened, in its transaction. Costs three statements at most."""
    told, incident = TOLD.get(act, ()), demand.incident
    whom = [news.to(demand) for news in told]
    seated = holders(demand.area_key, {seat for one in whom for seat in one.seats}, localdate(at))
    text = notices.about(f"{incident.number} {incident.category.name}", demand.due_at)
    notices.tell_each([_audience(news, one, seated, by) for news, one in zip(told, whom, strict=True)], matter=demand,
                      text=text, url=demand.get_absolute_url(), at=at, urgent=demand.is_urgent or act in URGENT)


def _audience(news: News, whom: Whom, seated: list, by) -> notices.Audience:
    sitting = [holder for holder in seated if holder.sits(whom.seats)]
    users = ({holder.user_id for holder in sitting} | set(whom.users)) - {by.pk if by else None, None}
    return notices.Audience(
        f"demand.{news.name}", users,
        departments={holder.department_id for holder in sitting if holder.department_id},
        areas={holder.area_id for holder in sitting if holder.role in DESK_OF.values()})
