"""What the pages of agreements ask for."""

from .acts import (
    ActForm,
    ActivateForm,
    ClaimForm,
    CountForm,
    MarkForm,
    RenewForm,
    SettleForm,
    SignForm,
    TerminateForm,
    UnsignForm,
)
from .drafts import CorrectForm, DraftForm
from .filters import AgreementFilter, ResultFilter

__all__ = ["ActForm", "ActivateForm", "AgreementFilter", "ClaimForm", "CorrectForm", "CountForm", "DraftForm",
           "MarkForm", "RenewForm", "ResultFilter", "SettleForm", "SignForm", "TerminateForm", "UnsignForm"]
