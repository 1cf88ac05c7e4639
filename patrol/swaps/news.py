"""Who is told what of a swap: the one who is asked, then the leader, then both."""

from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy

from shuangliu import notices

from .models import Swap
from .states import Act

# act: the kind of the notice, its words, and whose it is.
KINDS = {
    Act.ASK: ("asked", gettext_lazy("Somebody asks you to walk a shift"), ("taker",)),
    Act.AGREE: ("agreed", gettext_lazy("A swap is to be granted"), ("leader", "giver")),
    Act.DECLINE: ("declined", gettext_lazy("The other does not walk your shift"), ("giver",)),
    Act.WITHDRAW: ("withdrawn", gettext_lazy("A swap was withdrawn"), ("taker",)),
    Act.GRANT: ("granted", gettext_lazy("The swap is granted"), ("giver", "taker")),
    Act.REFUSE: ("refused", gettext_lazy("The swap is refused"), ("giver", "taker")),
    Act.EXPIRE: ("expired", gettext_lazy("The swap came too late: the shift stays as it was"), ("giver",)),
}


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    for name, words, _whose in KINDS.values():
        notices.kind(f"swap.{name}", words)


def tell(swap: Swap, act: str, *, by, at: datetime) -> None:
    """Tell those concerned, in the transaction of the act; nobody hears of what they did themselves."""
    name, _words, whose = KINDS[act]
    people = {"giver": swap.giver_id, "taker": swap.taker_id, "leader": swap.shift.leader_id}
    notices.tell(sorted({people[one] for one in whose} - {by and by.pk}), f"swap.{name}", matter=swap,
                 text=f"{swap.shift.number} {localtime(swap.shift.starts_at):%m-%d %H:%M}",
                 url=swap.get_absolute_url(), at=at)
