"""Who is told what of visits: the worker of the grid, and the registrar. What is told names no address and nobody."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grids.holders import Seat, holders
from grids.roles import Role
from shuangliu import notices

from .models import VisitTask
from .states import Act

WORKERS, REGISTRARS = (Seat(Role.GRID_WORKER),), (Seat(Role.REGISTRAR),)
# act: the kind of the notice, its words, and whose it is.
KINDS = {
    Act.ASK: ("asked", gettext_lazy("A visit was asked for"), WORKERS),
    Act.CANCEL: ("cancelled", gettext_lazy("A visit need not be made"), WORKERS),
    Act.WARN: ("warned", gettext_lazy("A visit is due soon"), WORKERS),
    Act.LATE: ("overdue", gettext_lazy("A visit is overdue"), WORKERS),
    Act.RAISE: ("raised", gettext_lazy("A visit is long overdue"), REGISTRARS),
}


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    for name, words, _seats in KINDS.values():
        notices.kind(f"visit.{name}", words)


def tell(task: VisitTask, act: str, *, by, at: datetime, text: str = "") -> None:
    """Tell those concerned, in the transaction of the act; nobody hears of what they did themselves."""
    if act not in KINDS:
        return
    name, _words, seats = KINDS[act]
    users = {holder.user_id for holder in holders(task.area_key, seats, localdate(at))} - {by and by.pk}
    notices.tell(sorted(users), f"visit.{name}", matter=task, text=text or task.number, url=task.get_absolute_url(),
                 at=at)


def tell_many(tasks: list[VisitTask], *, by, at: datetime) -> None:
    """One notice for all that one worker got at once."""
    grids: dict[int, list[VisitTask]] = {}
    for task in tasks:
        grids.setdefault(task.area_key, []).append(task)
    for own in grids.values():
        text = own[0].number if len(own) == 1 else _("%(number)s and %(n)d more") % {
            "number": own[0].number, "n": len(own) - 1}
        tell(own[0], Act.ASK, by=by, at=at, text=text)
