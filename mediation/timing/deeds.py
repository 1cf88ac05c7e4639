"""The acts about the limit, as pages and API offer them."""

from django.utils.translation import gettext_lazy as _

from ..deed import Deed
from ..models.cases import Case
from ..models.limits import Kind
from ..states import Act
from . import actions, forms
from .clocks import clocks_of


def limit_shown(case: Case) -> dict:
    return {"limit": actions.limit_of(case)}


LIMIT = "mediation/case_limit.html"
DEEDS = (
    Deed(Act.START_CLOCK, forms.StartClockForm, actions.start_case_clock, "play", _("The limit runs."),
         _("By law the limit counts from the day on which one of these was over; an earlier day than that of "
           "acceptance counts as the day of acceptance."), template=LIMIT, facts=limit_shown, card="clocks"),
    Deed(Act.APPRAISE, forms.AppraiseForm, actions.appraise_case, "pause", _("The limit rests until the report comes."),
         _("What an appraisal takes does not count into the limit. The limit rests from now."),
         template=LIMIT, facts=limit_shown, card="clocks"),
    Deed(Act.APPRAISED, forms.AppraisedForm, actions.end_appraisal, "play", _("The limit goes on."),
         _("The limit goes on with what was left."), template=LIMIT, facts=limit_shown, card="clocks"),
    Deed(Act.EXTEND, forms.ExtendForm, actions.extend_case, "calendar", _("The limit is longer now."),
         _("Only when the committee and both sides agree. Without one of the three the limit stays as it is."),
         template=LIMIT, facts=limit_shown, card="clocks"),
)


ROOM = {
    Act.START_CLOCK: lambda case: bool(clocks_of(case, Kind.START)),
    Act.APPRAISE: lambda case: (actions.limit_of(case).rests_for_appraisal
                                and any(clock.paused_at is None for clock in clocks_of(case, Kind.MEDIATE))),
    Act.APPRAISED: lambda case: case.appraisals.filter(ended_on=None).exists(),
    Act.EXTEND: lambda case: actions.limit_of(case).can_extend and bool(clocks_of(case, Kind.MEDIATE)),
}
