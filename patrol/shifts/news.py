"""Who is told what of shifts: whoever walks, the leader, and the sub-centre where nobody answers."""

from datetime import datetime

from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy

from grids.holders import Seat, holders
from grids.roles import Role
from shuangliu import notices

from .models import Shift
from .states import Act, State

WALKERS, LEADER, ABOVE = "walkers", "leader", (Seat(Role.SUBCENTER),)
# act: the kind of the notice, its words, and whose it is.
KINDS = {
    Act.PUBLISH: ("published", gettext_lazy("You are on the roster"), WALKERS),
    Act.CORRECT: ("changed", gettext_lazy("A shift has changed"), WALKERS),
    Act.CANCEL: ("cancelled", gettext_lazy("A shift is cancelled"), WALKERS),
    Act.LATE: ("late", gettext_lazy("Nobody has checked in"), LEADER),
    Act.SKIP: ("skipped", gettext_lazy("A point was not visited in time"), LEADER),
    Act.RAISE: ("raised", gettext_lazy("Nobody answers for a patrol"), ABOVE),
}
# A plan that nobody has seen may change without a word.
AFTER_PUBLISHING = frozenset({Act.CORRECT})
TAKEN_OFF = gettext_lazy("You are off the roster")


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    notices.kind("shift.taken-off", TAKEN_OFF)
    for name, words, _whose in KINDS.values():
        notices.kind(f"shift.{name}", words)


def tell(shift: Shift, act: str, *, by, at: datetime, text: str = "") -> None:
    """Tell those concerned, in the transaction of the act; nobody hears of what they did themselves."""
    if act not in KINDS or (act in AFTER_PUBLISHING and shift.state != State.PUBLISHED):
        return
    name, _words, whose = KINDS[act]
    if whose is WALKERS:
        users = set(shift.duties.values_list("person_id", flat=True))
    elif whose is LEADER:
        users = {shift.leader_id}
    else:
        users = {holder.user_id for holder in holders(shift.area_key, whose, localdate(at))}
    notices.tell(sorted(users - {by and by.pk}), f"shift.{name}", matter=shift, text=text or _when(shift),
                 url=shift.get_absolute_url(), at=at)


def tell_changes(shift: Shift, before: set[int], *, by, at: datetime) -> None:
    """Whoever came onto a published shift, and whoever no longer walks it."""
    if shift.state != State.PUBLISHED:
        return
    now = set(shift.duties.values_list("person_id", flat=True))
    for kind, users in (("published", now - before), ("taken-off", before - now)):
        notices.tell(sorted(users - {by and by.pk}), f"shift.{kind}", matter=shift, text=_when(shift),
                     url=shift.get_absolute_url() if kind == "published" else "", at=at)


def _when(shift: Shift) -> str:
    return f"{shift.number} {localtime(shift.starts_at):%m-%d %H:%M}"
