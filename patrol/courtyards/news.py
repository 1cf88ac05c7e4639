"""Who is told what of a courtyard: the desk whose turn it is, and those above where something went wrong. What is told
names the courtyard, and no person."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import Seat, holders
from grids.roles import Role
from shuangliu import notices

from .models import Courtyard
from .states import Act, Turn

STATION, TOWN = Seat(Role.WORKSTATION), Seat(Role.SUBCENTER)
COUNTY = (Seat(Role.COUNTY_DISPATCH), Seat(Role.COUNTY_SUPERVISOR))
DESK = {Turn.STATION: (STATION,), Turn.TOWN: (TOWN,), Turn.COUNTY: COUNTY}

# act: the kind of the notice, its words, and who hears of it beside whose turn it is.
TOLD: dict[str, tuple] = {
    Act.ENTER: ("entered", _("A courtyard was surveyed"), ()),
    Act.VOTE: ("voted", _("The households have voted on a plan"), (STATION,)),
    Act.ENDORSE: ("endorsed", _("A plan for a courtyard waits for approval"), (STATION,)),
    Act.APPROVE: ("approved", _("The plan for a courtyard is approved"), (TOWN,)),
    Act.SEND_BACK: ("sent_back", _("The plan for a courtyard came back"), (TOWN,)),
    Act.ACCEPT: ("accepted", _("The works in a courtyard are accepted"), (STATION, *COUNTY)),
    Act.RELAPSE: ("relapsed", _("A courtyard has relapsed"), (TOWN, Seat(Role.COUNTY_SUPERVISOR))),
    Act.STRIKE: ("struck", _("A courtyard was struck off"), (STATION,)),
    Act.WARN: ("warned", _("The time for a courtyard is running out"), ()),
    Act.LATE: ("overdue", _("A courtyard is overdue"), (TOWN,)),
    Act.RAISE: ("raised", _("A courtyard is long overdue"), (TOWN, Seat(Role.COUNTY_SUPERVISOR))),
}
READY = ("built", _("All works in a courtyard are finished"))


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    for name, words, _who in TOLD.values():
        notices.kind(f"courtyard.{name}", words)
    notices.kind(f"courtyard.{READY[0]}", READY[1])


def tell(courtyard: Courtyard, act: str, *, by, at: datetime) -> None:
    """Tell those concerned, in the transaction of the act; nobody hears of what they did themselves."""
    if act == Act.REVIEW and courtyard.relapsed_at == at:
        act = Act.RELAPSE
    if act == Act.PROGRESS and courtyard.turn == Turn.TOWN:
        name, seats = READY[0], ()
    elif act in TOLD:
        name, _words, seats = TOLD[act]
    else:
        return
    seats = {*seats, *DESK.get(courtyard.turn, ())}
    users = {holder.user_id for holder in holders(courtyard.area_key, seats, localdate(at))} - {by and by.pk}
    notices.tell(sorted(users), f"courtyard.{name}", matter=courtyard, text=f"{courtyard.number} {courtyard.name}",
                 url=courtyard.get_absolute_url(), at=at)
