"""What is asked at each step."""

from .acts import (
    AcceptForm,
    ActForm,
    AssignForm,
    FailForm,
    KeptForm,
    MomentField,
    MoveUpForm,
    OrgField,
    PlainForm,
    ReassignForm,
    RefuseForm,
    ReopenForm,
    RetryForm,
    SessionForm,
)
from .consent import ConsentForm, JoinForm, PartForm
from .dispute import CorrectForm
from .filters import CaseFilter
from .openings import OpenForm
from .parties import PartyFormSet
from .party_acts import AddPartyForm, CorrectPartyForm, DismissForm, RemovePartyForm, RepresentForm
from .register import CaseForm, SameForm

__all__ = ["AcceptForm", "ActForm", "AddPartyForm", "AssignForm", "CaseFilter", "CaseForm", "ConsentForm",
           "CorrectForm", "CorrectPartyForm", "DismissForm", "FailForm", "JoinForm", "KeptForm", "MomentField",
           "MoveUpForm", "OpenForm", "OrgField", "PartForm", "PartyFormSet", "PlainForm", "ReassignForm", "RefuseForm",
           "RemovePartyForm", "ReopenForm", "RepresentForm", "RetryForm", "SameForm", "SessionForm"]
