"""What is asked at each step."""

from .acts import (
    AcceptForm,
    ActForm,
    AgreeForm,
    AssignForm,
    FailForm,
    MoveUpForm,
    ReassignForm,
    RefuseForm,
    ReopenForm,
    RetryForm,
    RevealForm,
    SessionForm,
)
from .filters import CaseFilter
from .openings import OpenForm
from .parties import PartyFormSet
from .register import CaseForm

__all__ = ["AcceptForm", "ActForm", "AgreeForm", "AssignForm", "CaseFilter", "CaseForm", "FailForm", "MoveUpForm",
           "OpenForm", "PartyFormSet", "ReassignForm", "RefuseForm", "ReopenForm", "RetryForm", "RevealForm", "SessionForm"]
