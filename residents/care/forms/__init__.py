"""What the pages of care ask for. The cleaned fields are the keywords of the action of the same verb."""

from .acts import (
    AcceptForm,
    ActForm,
    AssignForm,
    BeginForm,
    ConsentBackForm,
    EndForm,
    HandOverForm,
    NoteForm,
    ReturnForm,
    SendForm,
)
from .aid import ApplyForm, GrantForm, NothingForm, PayForm, RefuseForm
from .tasks import ReportForm
from .write import WriteForm

__all__ = [
    "AcceptForm",
    "ActForm",
    "ApplyForm",
    "AssignForm",
    "BeginForm",
    "ConsentBackForm",
    "EndForm",
    "GrantForm",
    "HandOverForm",
    "NoteForm",
    "NothingForm",
    "PayForm",
    "RefuseForm",
    "ReportForm",
    "ReturnForm",
    "SendForm",
    "WriteForm",
]
