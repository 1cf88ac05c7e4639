"""What is asked at each step after the end; the fields are the keywords of the action of the same verb."""

from .agreeing import AgreeForm, OweForm, SignForm
from .court import ConfirmForm, RuleForm, SuitForm
from .filters import DutyFilter
from .follow_up import FollowUpForm
from .performing import BreachForm, CounselForm, PerformForm, UndoForm, UrgeForm, WaiveForm

__all__ = ["AgreeForm", "BreachForm", "ConfirmForm", "CounselForm", "DutyFilter", "FollowUpForm", "OweForm",
           "PerformForm", "RuleForm", "SignForm", "SuitForm", "UndoForm", "UrgeForm", "WaiveForm"]
