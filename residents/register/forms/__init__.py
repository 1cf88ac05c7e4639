"""What is typed about people, homes, households and duplicates."""

from .duplicates import CompareForm, MergeForm
from .filters import BuildingFilter, DwellingFilter, PersonFilter
from .homes import BuildingForm, DoorsForm, DwellingForm
from .households import FormForm, HouseholdForm, JoinForm, RelationsForm, SplitForm
from .people import CorrectForm, MoveInForm, MoveOutForm, PermitForm, PersonForm

__all__ = ["BuildingFilter", "BuildingForm", "CompareForm", "CorrectForm", "DoorsForm", "DwellingFilter",
           "DwellingForm", "FormForm", "HouseholdForm", "JoinForm", "MergeForm", "MoveInForm", "MoveOutForm",
           "PermitForm", "PersonFilter", "PersonForm", "RelationsForm", "SplitForm"]
