"""Duties as the list prints them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from grids.jurisdiction import may
from shuangliu.deadlines.models import Step
from shuangliu.pages import clocks

from ..models.limits import Kind
from ..states import Act
from .models import Duty

# The act that does it. The dossier is filed on the page of the case, where it says what is missing.
ACTS = {Kind.SIGN: Act.SIGN, Kind.PERFORM: Act.PERFORM, Kind.CONFIRM: Act.CONFIRM, Kind.FOLLOW_UP: Act.FOLLOW_UP}


@dataclass(frozen=True)
class Row:
    """One duty. `light` is overdue, soon or nothing; `clock` is safe HTML; `act` the address of what does it."""

    duty: Duty
    title: str
    note: str
    light: str
    clock: str
    act: str
    act_label: str


def rows_of(duties: Iterable[Duty], user, at: datetime) -> list[Row]:
    """The rows at `at`. No queries, when the duties come from for_queue()."""
    return [_row(duty, user, at) for duty in duties]


def _row(duty: Duty, user, at: datetime) -> Row:
    warn_at = at if duty.alert != Step.NONE else None
    light = clocks.light(duty.due_at, warn_at=warn_at, now=at)
    act = ACTS.get(duty.kind)
    is_mine = act is not None and may(user, f"case.{act}", duty.case)
    return Row(
        duty=duty, title=duty.case.title, note=_item(duty), light="" if light == "ok" else light,
        clock=clocks.show(duty.due_at, now=at, warn_at=warn_at),
        act=_address(duty, act) if is_mine else "", act_label=act.label if is_mine else "")


def _address(duty: Duty, act: Act) -> str:
    address = reverse(f"mediation:case-{act}", args=[duty.case_id])
    return f"{address}?item={duty.performance_id}" if duty.performance_id else address


def _item(duty: Duty) -> str:
    item = duty.performance
    if item is None:
        return ""
    amount = f"{item.amount} 元" if item.amount is not None else ""
    return " · ".join(part for part in (item.party and item.party.masked_name, item.what, amount) if part)
