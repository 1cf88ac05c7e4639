"""What people type in about incidents."""

from .acts import (
    ActForm,
    AssignForm,
    CheckForm,
    CorrectForm,
    DecideForm,
    JudgeForm,
    LocateForm,
    MediateForm,
    MergeForm,
    NoteForm,
    ReasonForm,
    ResolveForm,
    ReworkForm,
    SelfHandleForm,
    SuspendForm,
)
from .bulk import BulkForm
from .filters import IncidentFilter
from .report import ReportForm
from .similar import SimilarForm

__all__ = [
    "ActForm", "AssignForm", "BulkForm", "CheckForm", "CorrectForm", "DecideForm", "IncidentFilter",
    "JudgeForm", "LocateForm", "MediateForm", "MergeForm", "NoteForm", "ReasonForm", "ReportForm", "ResolveForm",
    "ReworkForm", "SelfHandleForm", "SimilarForm", "SuspendForm",
]
