"""What people type in about incidents."""

from .acts import (
    ActForm,
    AssignForm,
    CheckForm,
    JudgeForm,
    LocateForm,
    MediateForm,
    NoteForm,
    ReasonForm,
    ResolveForm,
    ReworkForm,
)
from .filters import IncidentFilter
from .report import ReportForm
from .rules import DryRunForm

__all__ = ["ActForm", "AssignForm", "CheckForm", "DryRunForm", "IncidentFilter", "JudgeForm", "LocateForm",
           "MediateForm", "NoteForm", "ReasonForm", "ReportForm", "ResolveForm", "ReworkForm"]
