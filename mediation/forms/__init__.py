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
from .consent import ConsentForm, JoinForm, PartForm
from .filters import CaseFilter
from .openings import OpenForm
from .parties import PartyFormSet
from .party_acts import AddPartyForm, CorrectPartyForm, DismissForm, RemovePartyForm, RepresentForm
from .register import CaseForm, SameForm

__all__ = ["AcceptForm", "ActForm", "AddPartyForm", "AgreeForm", "AssignForm", "CaseFilter", "CaseForm", "ConsentForm",
           "CorrectPartyForm", "DismissForm", "FailForm", "JoinForm", "MoveUpForm", "OpenForm", "OrgField", "PartForm",
           "PartyFormSet", "PlainForm", "ReassignForm", "RefuseForm", "RemovePartyForm", "ReopenForm", "RepresentForm",
           "RetryForm", "RevealForm", "SameForm", "SessionForm"]
