"""What is asked about the network."""

from .files import CertificateForm, GroundForm, TrainingForm
from .filters import NetworkFilter
from .meetings import DecisionForm, DoneForm, DropForm, ExtendForm, MeetingForm
from .orgs import MemberForm, OrgForm
from .people import ExpertForm, MediatorForm, UnitForm
from .retire import RetireForm
from .windows import ClosureForm, WindowForm

__all__ = ["CertificateForm", "ClosureForm", "DecisionForm", "DoneForm", "DropForm", "ExpertForm", "ExtendForm",
           "GroundForm", "MediatorForm", "MeetingForm", "MemberForm", "NetworkFilter", "OrgForm", "RetireForm",
           "TrainingForm", "UnitForm", "WindowForm"]
