"""What the pages of courtyards ask for. The cleaned fields are the keywords of the action of the same verb."""

from .building import AcceptForm, BeginForm, ProgressForm
from .filters import CourtyardFilter
from .governing import CharterForm, ElectForm, ProposeForm, ReElectForm
from .keeping import RelapseForm, ReviewForm, SettleForm, StrikeForm
from .planning import ApproveForm, EndorseForm, ItemForm, PlanForm, SendBackForm, VoteForm
from .surveying import EnterForm, SurveyForm

__all__ = [
    "AcceptForm", "ApproveForm", "BeginForm", "CharterForm", "CourtyardFilter", "ElectForm", "EndorseForm", "EnterForm",
    "ItemForm", "PlanForm", "ProgressForm", "ProposeForm", "ReElectForm", "RelapseForm", "ReviewForm", "SendBackForm",
    "SettleForm", "StrikeForm", "SurveyForm", "VoteForm",
]
