"""What is asked at each step."""

from .acts import (
    AcceptForm,
    ActForm,
    AssignForm,
    FailForm,
    MoveUpForm,
    OrgField,
    PlainForm,
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

__all__ = ["AcceptForm", "ActForm", "AssignForm", "CaseFilter", "CaseForm", "FailForm", "MoveUpForm", "OrgField",
           "PartyFormSet", "PlainForm", "ReassignForm", "RefuseForm", "ReopenForm", "RetryForm", "RevealForm",
           "SessionForm"]
