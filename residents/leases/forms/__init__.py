"""What the pages of the counter ask for."""

from .acts import (
    AcceptForm,
    ActForm,
    ChangeForm,
    CompleteForm,
    CorrectForm,
    DeclineForm,
    DraftForm,
    EndForm,
    NeedMoreForm,
    NoteForm,
    RefuseForm,
    RegisterForm,
    RenewForm,
)
from .counter import CounterForm
from .filters import LeaseFilter
from .parties import HolderForm, PartyForm, RevealForm
from .terms import PartiesForm, TermsForm

__all__ = ["AcceptForm", "ActForm", "ChangeForm", "CompleteForm", "CorrectForm", "CounterForm", "DeclineForm",
           "DraftForm", "EndForm", "HolderForm", "LeaseFilter", "NeedMoreForm", "NoteForm", "PartiesForm", "PartyForm",
           "RefuseForm", "RegisterForm", "RenewForm", "RevealForm", "TermsForm"]
