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
from .bulk import BulkForm
from .filters import IncidentFilter
from .report import ReportForm

__all__ = ["ActForm", "AssignForm", "BulkForm", "CheckForm", "IncidentFilter", "JudgeForm", "LocateForm", "MediateForm",
           "NoteForm", "ReasonForm", "ReportForm", "ResolveForm", "ReworkForm"]
