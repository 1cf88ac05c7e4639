"""Who is told of what: whoever has to act next. What is told names the number alone."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import Seat, holders
from grids.roles import Role
from shuangliu import notices

from .models import SubjectRequest
from .rights import Desk
from .states import Act, Turn

# act: the kind of the notice and its words.
TOLD = {
    Act.RECEIVE: ("asked", _("Somebody asks about their own data")),
    Act.IDENTIFY: ("identified", _("A request about own data waits for a decision")),
    Act.REFER: ("referred", _("A request about own data was referred to you")),
    Act.CARRY_OUT: ("carried_out", _("A request about own data is carried out and has to be answered")),
    Act.WARN: ("warned", _("The time for a request about own data is running out")),
    Act.LATE: ("overdue", _("A request about own data is overdue")),
    Act.RAISE: ("raised", _("A request about own data is long overdue")),
}
LATE = {Act.LATE, Act.RAISE}  # these the administrator hears of, whoever's turn it is
ADMIN = Seat(Role.SECURITY_ADMIN)
SEATS = {Desk.COUNTER: Seat(Role.REGISTRAR), Desk.HOTLINE: Seat(Role.HOTLINE_LEAD)}


def name_kinds() -> None:
    for name, words in TOLD.values():
        notices.kind(f"subject.{name}", words)


def tell(request: SubjectRequest, act: str, *, by, at: datetime) -> None:
    """In the transaction of the act; nobody hears of what they did themselves."""
    if act not in TOLD:
        return
    seats = {ADMIN if request.turn == Turn.ADMIN else SEATS[request.desk]} | ({ADMIN} if act in LATE else set())
    users = {holder.user_id for holder in holders(request.area_key, tuple(seats), localdate(at))}
    notices.tell(sorted(users - {by and by.pk}), f"subject.{TOLD[act][0]}", matter=request, text=request.number,
                 url=request.get_absolute_url(), at=at, urgent=act in LATE)
