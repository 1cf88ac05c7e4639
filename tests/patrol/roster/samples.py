"""For the house tests: a shift of Hong's and what is done to it, routes, templates and swaps."""

from datetime import timedelta

from patrol.models import Swap
from patrol.roster import actions as roster
from patrol.swaps import actions as swaps
from tests.conftest import NOW

from .. import patrols
from ..patrols import END, START
from . import weeks

DAY = timedelta(days=1)


def _routes(cast, n: int) -> None:
    from patrol.models import Route

    there = Route.objects.count()
    for number in range(there, there + n):
        patrols.route(cast, f"{number}线")


def _planned(cast):
    """Of tomorrow."""
    return patrols.planned(cast, starts_at=START + DAY, ends_at=END + DAY)


def _swap(cast):
    """Wang is asked."""
    return swaps.ask(patrols.shift(cast, starts_at=START + DAY, ends_at=END + DAY), by=cast.hong, at=START,
                     taker=cast.wang)


def _agreed(cast):
    return swaps.agree(_swap(cast), by=cast.wang, at=START)


def _walked_by_wang(cast):
    return patrols.shift(cast, people=[cast.wang], starts_at=START + DAY, ends_at=END + DAY)


SAMPLES = {
    "patrol:shift-detail": patrols.shift,
    **dict.fromkeys(["patrol:shift-correct", "patrol:shift-staff", "patrol:shift-publish", "patrol:shift-cancel"],
                    _planned),
    **dict.fromkeys(["patrol:route-detail", "patrol:route-edit", "patrol:route-add", "patrol:route-stop",
                     "patrol:route-close", "api:route-detail"], patrols.route),
    **dict.fromkeys(["patrol:template-detail", "patrol:template-add", "patrol:template-drop"], weeks.template),
    "patrol:template-line": weeks.template,
    "patrol:swap-ask": _walked_by_wang,
    **dict.fromkeys(["patrol:swap-detail", "patrol:swap-agree", "patrol:swap-decline", "patrol:swap-withdraw"], _swap),
    **dict.fromkeys(["patrol:swap-grant", "patrol:swap-refuse"], _agreed),
    "api:shift-detail": patrols.shift,
}


def _shifts(cast, n: int) -> None:
    """Of this day, each along a route of its own and walked by somebody else."""
    from patrol.models import Shift

    there = Shift.objects.count()
    for number in range(there, there + n):
        patrols.planned(cast, route=patrols.route(cast, f"{number}线"), people=[_walker(cast, number)])


def _walker(cast, number: int):
    from grids.models import Post
    from grids.roles import Role
    from shuangliu.accounts.models import User

    user = User.objects.create(username=f"v{number}", name=f"志愿者{number}", must_change_password=False)
    Post.objects.create(user=user, role=Role.VOLUNTEER, area=cast.community, valid_from=START.date())
    return user


def _templates(cast, n: int) -> None:
    from patrol.models import RosterTemplate

    there = RosterTemplate.objects.count()
    for number in range(there, there + n):
        roster.make_template(by=cast.jin, at=NOW, name=f"模板{number}", area=cast.town)


def _swaps(cast, n: int) -> None:
    there = Swap.objects.count()
    for number in range(there, there + n):
        walker = _walker(cast, 1000 + number)
        shift = patrols.shift(cast, route=patrols.route(cast, f"换{number}线"), people=[walker],
                              starts_at=START + DAY, ends_at=END + DAY)
        swaps.ask(shift, by=walker, at=START, taker=cast.wang)


LISTS = {
    "patrol:route-list": ("jin", _routes), "api:route-list": ("jin", _routes),
    "patrol:shift-list": ("jin", _shifts), "api:shift-list": ("jin", _shifts),
    "patrol:roster": ("jin", _shifts), "patrol:template-list": ("jin", _templates),
    "patrol:swap-list": ("wang", _swaps),
}
