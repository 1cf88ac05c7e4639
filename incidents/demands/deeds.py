"""What people can do to a demand: for each act its form, its action and how it is offered. Pages and API share it."""

from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may
from shuangliu.pages import deed

from ..models import Demand
from ..states import Act
from . import answering, forms
from .answering import DemandMoved
from .states import ACTS, STEPS, Kind


@dataclass(frozen=True)
class Deed(deed.Deed):
    page = "incidents:demand"

    name: Any = ""  # as it is called on a demand of one kind

    @property
    def label(self):
        return self.name or self.act.label

    def of(self, kind: str) -> "Deed":
        """As it is called where the demand is of this kind."""
        return replace(self, name=NAMES.get((kind, self.act), ""))


DEEDS: dict[str, Deed] = {deed.act: deed for deed in (
    Deed(Act.GRANT, forms.GrantForm, answering.grant, "check", _("Granted. Whoever asked reads it in the history."),
         _("An extension moves the time limit. A suspension lets it rest, and you own the matter from then on.")),
    Deed(Act.REFUSE, forms.ReasonOnDemandForm, answering.refuse, "x", _("Refused. Your reason stands in the history."),
         _("Say why, and what shall be done instead."), grave=True),
    Deed(Act.PASS_ON, forms.NoteOnDemandForm, answering.pass_on, "send",
         _("Passed on. The department has to answer now."),
         _("A workstation calls this department through you.")),
    Deed(Act.TAKE, forms.NoteOnDemandForm, answering.take, "edit", _("Taken on. Now answer in time."),
         _("Says that you have seen it and take it on; called to the spot, that you are coming.")),
    Deed(Act.DECLINE, forms.ReasonOnDemandForm, answering.decline, "return", _("Declined. Whoever asked reads why."),
         _("Not yours, or not possible: say why, and whose it is."), grave=True),
    Deed(Act.PROGRESS, forms.ProgressForm, answering.progress, "clock", _("Your progress stands in the history."),
         _("As often as there is something to say. The final answer is another button.")),
    Deed(Act.ARRIVE, forms.NoteOnDemandForm, answering.arrive, "pin", _("Your arrival is recorded."),
         _("You are on the spot now.")),
    Deed(Act.ANSWER, forms.AnswerForm, answering.answer, "check-circle", _("Answered."),
         _("Say what was done and show it.")),
    Deed(Act.SEND_BACK, forms.SendBackForm, answering.send_back, "refresh", _("Asked again, with a new date."),
         _("The answer will not do.")),
    Deed(Act.CONCLUDE, forms.NoteOnDemandForm, answering.conclude, "flag", _("Concluded."), _("The answer will do.")),
    Deed(Act.RATE, forms.RateForm, answering.rate, "user", _("Rated."),
         _("How this department came when it was called.")),
    Deed(Act.TAKE_BACK, forms.ReasonOnDemandForm, answering.take_back, "x", _("Withdrawn."),
         _("No longer needed, or asked in error."), grave=True),
)}


NAMES = {(Kind.WHISTLE, Act.TAKE): _("We are coming"), (Kind.WHISTLE, Act.DECLINE): _("We cannot come")}


def possible(demand: Demand, act: str) -> bool:
    """Does the state of the demand allow the act?"""
    step = STEPS.get((Kind(demand.kind), act))
    return step is not None and demand.state in step.sources and not (act == Act.ARRIVE and demand.arrived_at)


def check(demand: Demand, act: str, user) -> None:
    """For somebody who sees it. Raises PermissionDenied when the act is not theirs to do, whatever its state, and
    DemandMoved when its state does not allow it."""
    if not may(user, f"demand.{act}", demand):
        raise PermissionDenied
    if not possible(demand, act):
        raise DemandMoved(demand, act, user)


def done(deed: Deed, demand: Demand, form, *, by, at) -> bool:
    """Do it with what was typed; False, with the reason on the form, when that does not go. Raises DemandMoved."""
    if form.is_valid():
        try:
            deed.do(demand, by=by, at=at, **form.given())
            return True
        except ValidationError as refusal:
            form.add_error(None, refusal)
            demand.refresh_from_db()  # what was set before it was refused has not happened
    return False


def offered(demand: Demand, user) -> list[Deed]:
    """What `user` may do to it now, the main deed first. Who may refuse it need not take it back for the asker."""
    acts = [act for act in ACTS if possible(demand, act) and may(user, f"demand.{act}", demand)]
    return [DEEDS[act].of(demand.kind) for act in acts if not (act == Act.TAKE_BACK and Act.REFUSE in acts)]
