"""Tables: courtyards, what was seen there, who governs them, what is built and paid, and how long it holds."""

from .aftermath import CourtyardReview, JointAcceptance, Upkeep
from .courtyards import Courtyard, CourtyardMove
from .governing import Charter, Committee, CommitteeMember
from .money import Allocation, Programme
from .plans import WorksItem, WorksPlan
from .rules import CourtyardRule
from .surveys import CourtyardSurvey, DefenceCheck

__all__ = ["Allocation", "Charter", "Committee", "CommitteeMember", "Courtyard", "CourtyardMove", "CourtyardReview",
           "CourtyardRule", "CourtyardSurvey", "DefenceCheck", "JointAcceptance", "Programme", "Upkeep", "WorksItem",
           "WorksPlan"]
