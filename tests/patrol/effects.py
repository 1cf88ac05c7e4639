"""For the house tests: precautions, check-ins and the points behind the figures."""

from datetime import timedelta

from patrol.effect import actions as precautions
from patrol.shifts import actions
from patrol.shifts.states import SETTLED_AFTER

from . import patrols


def precaution(cast):
    return precautions.record(by=cast.jin, at=patrols.START, area=cast.town, title="北门路灯", text="新装路灯十二盏",
                              begun_on=patrols.START.date())


def many_precautions(cast, n: int) -> None:
    for _number in range(n):
        precaution(cast)


def many_check_ins(cast, n: int) -> None:
    day = timedelta(days=n)
    shift = patrols.shift(cast, route=patrols.route(cast, f"线路{n}", n=n), starts_at=patrols.START - day,
                          ends_at=patrols.END - day, at=patrols.START - 2 * day)
    for number in range(1, n + 1):
        patrols.check_in(shift, at=patrols.START - day, by=cast.hong, number=number)
    actions.watch(patrols.END + SETTLED_AFTER)


SAMPLES = {"patrol:precaution-detail": precaution, "patrol:precaution-withdraw": precaution}
LISTS = {"patrol:precaution-list": ("jin", many_precautions), "patrol:stop-list": ("jin", many_check_ins),
         "patrol:check-in-list": ("jin", many_check_ins)}
