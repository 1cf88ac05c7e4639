"""What is asked at each step."""

from .acts import (
    AcceptForm,
    ActForm,
    AgreeForm,
    AssignForm,
    FailForm,
    KeptForm,
    MomentField,
    MoveUpForm,
    ReassignForm,
    RefuseForm,
    ReopenForm,
    RetryForm,
    RevealForm,
    SessionForm,
)
from .filters import CaseFilter
from .parties import PartyFormSet
from .register import CaseForm

__all__ = ["AcceptForm", "ActForm", "AgreeForm", "AssignForm", "CaseFilter", "CaseForm", "FailForm", "KeptForm",
           "MomentField", "MoveUpForm",
           "PartyFormSet", "ReassignForm", "RefuseForm", "ReopenForm", "RetryForm", "RevealForm", "SessionForm"]
