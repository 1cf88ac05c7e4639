from .acts import (
    ActForm,
    BindForm,
    CertifyForm,
    CorrectForm,
    InsureForm,
    NothingForm,
    ReasonForm,
    TrainForm,
    VerifyForm,
)
from .calls import AnswerForm, CallForm, CancelForm, HoursForm
from .filters import TABS, VolunteerFilter
from .people import EnterForm, PersonForm
from .teams import JoinForm, TeamEditForm, TeamForm

__all__ = ["TABS", "ActForm", "AnswerForm", "BindForm", "CallForm", "CancelForm", "CertifyForm", "CorrectForm",
           "EnterForm", "HoursForm", "InsureForm", "JoinForm", "NothingForm", "PersonForm", "ReasonForm",
           "TeamEditForm", "TeamForm", "TrainForm", "VerifyForm", "VolunteerFilter"]
