"""What people fill in about tickets."""

from .acts import ActForm, AnswerForm, CallBackForm, InvalidateForm, JoinForm, NoteForm, ReasonForm, ReviewForm
from .correct import CorrectForm
from .filters import TicketFilter
from .quality import QualityForm
from .sending import DispatchForm, MediateForm

__all__ = [
    "ActForm", "AnswerForm", "CallBackForm", "CorrectForm", "DispatchForm", "InvalidateForm", "JoinForm",
    "MediateForm", "NoteForm", "QualityForm", "ReasonForm", "ReviewForm", "TicketFilter",
]
