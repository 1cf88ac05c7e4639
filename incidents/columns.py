"""The columns of the list beside the incident itself. Cells are made here: a template that formats fifty rows is the
cost of the page."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu.deadlines.models import Step
from shuangliu.pages import clocks
from shuangliu.pages.columns import Column
from shuangliu.pages.tones import tone

from .models import Category, Incident
from .states import State

MOMENT = "%m-%d %H:%M"


@dataclass(frozen=True)
class Frame:
    """What all rows of a page have in common: the moment, and words that are translated once."""

    at: datetime
    states: dict[str, str]
    desks: dict[int, str]
    labels: dict[str, str]
    no_place: str

    @classmethod
    def of(cls, at: datetime) -> "Frame":
        return cls(
            at=at,
            states={state: escape(state.label) for state in State},
            desks={tier: str(label) for tier, label in Category.Tier.choices},
            labels={column.name: escape(column.label) for column in COLUMNS},
            no_place=escape(_("Place not found yet")),
        )

    def labelled(self, name: str, inside: str) -> str:
        """A cell that names its column where rows are cards, on phones."""
        return f'<td data-label="{self.labels[name]}">{inside}</td>'


def light_of(incident: Incident, at: datetime) -> str:
    """overdue, soon or nothing."""
    if not (incident.due_at and incident.is_open):
        return ""
    light = clocks.light(incident.due_at, warn_at=_warn_at(incident, at), now=at)
    return "" if light == "ok" else light


def _warn_at(incident: Incident, at: datetime) -> datetime | None:
    # Whether it is soon was told by the sweep; when it is over the reader sees at once.
    return at if incident.alert != Step.NONE else None


def _state(incident: Incident, frame: Frame) -> str:
    badge = f'<span class="badge badge--{tone(incident.state)}">{frame.states[incident.state]}</span>'
    return f'<td class="cell-state">{badge}</td>'


def _clock(incident: Incident, frame: Frame) -> str:
    shown = ""
    if incident.due_at and incident.is_open:
        shown = clocks.show(incident.due_at, now=frame.at, warn_at=_warn_at(incident, frame.at))
    return f'<td class="cell-clock">{shown}</td>'


def _grid(incident: Incident, frame: Frame) -> str:
    if incident.grid_id is None:
        return frame.labelled("grid", f'<span class="tag">{frame.no_place}</span>')
    return frame.labelled("grid", escape(incident.grid.name))


def _handler(incident: Incident, frame: Frame) -> str:
    with_ = incident.department.name if incident.department_id else frame.desks[incident.tier]
    return frame.labelled("handler", escape(with_))


def _place(incident: Incident, frame: Frame) -> str:
    return frame.labelled("place", escape(incident.place))


def _moved(incident: Incident, frame: Frame) -> str:
    return frame.labelled("moved", localtime(incident.moved_at).strftime(MOMENT))


def _returns(incident: Incident, frame: Frame) -> str:
    times = f"{incident.returned_count} / {incident.rework_count}"
    return frame.labelled("returns", times if incident.returned_count or incident.rework_count else "")


def _reported(incident: Incident, frame: Frame) -> str:
    return f'<td class="nowrap cell-desk">{localtime(incident.reported_at).strftime(MOMENT)}</td>'


COLUMNS = (
    Column("state", gettext_lazy("State"), _state),
    Column("clock", gettext_lazy("Time limit"), _clock),
    Column("grid", gettext_lazy("Grid"), _grid),
    Column("place", gettext_lazy("Place"), _place, is_usual=False),
    Column("handler", gettext_lazy("With"), _handler),
    Column("moved", gettext_lazy("Last moved"), _moved, is_usual=False),
    Column("returns", gettext_lazy("Returned / reworked"), _returns, is_usual=False),
    Column("reported", gettext_lazy("Reported at"), _reported),
)


def cells(incident: Incident, columns, frame: Frame) -> SafeString:
    """The cells of a row; what comes from people is escaped in each."""
    return mark_safe("".join([column.cell(incident, frame) for column in columns]))  # noqa: S308
