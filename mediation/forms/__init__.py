"""What is asked at each step."""

from .acts import AcceptForm, AgreeForm, AssignForm, FailForm, ReassignForm, RefuseForm, RevealForm, SessionForm
from .filters import CaseFilter
from .parties import PartyFormSet
from .register import CaseForm

__all__ = ["AcceptForm", "AgreeForm", "AssignForm", "CaseFilter", "CaseForm", "FailForm", "PartyFormSet",
           "ReassignForm", "RefuseForm", "RevealForm", "SessionForm"]
