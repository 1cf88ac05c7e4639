"""What can be done to a courtyard: for each act its form, its action and how it is offered. The order is that of the
buttons."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may
from shuangliu.pages import deed

from . import actions, forms
from .actions.building import why_not
from .actions.moving import is_finished
from .models import Courtyard
from .states import TAKES_ITEMS, Act, State, allowed


@dataclass(frozen=True)
class Deed(deed.Deed):
    """A `rare` one is never the next thing to do."""

    page = "patrol:courtyard"
    rare: bool = False

    @property
    def right(self) -> str:
        return f"courtyard.{self.act}"

    def ask(self, data=None, files=None, *, courtyard: Courtyard, by, at: datetime, **more):
        """The form, over what was sent."""
        return self.form(data, files, courtyard=courtyard, by=by, at=at, **more)


DEEDS: dict[str, Deed] = {deed.act.value: deed for deed in (
    Deed(Act.ELECT, forms.ElectForm, actions.elect, "check", _("The committee is elected."),
         _("More than half of the households are needed. Of whoever was not elected nothing is kept.")),
    Deed(Act.CHARTER, forms.CharterForm, actions.charter, "file", _("The charter stands."),
         _("The rules that the residents gave themselves, adopted by more than half of the households.")),
    Deed(Act.PROPOSE, forms.ProposeForm, actions.propose, "users",
         _("The candidates are named. Let the residents vote."),
         _("Self-government first: the residents name who shall speak for them.")),
    Deed(Act.PLAN, forms.PlanForm, actions.draft, "edit", _("The plan is drafted. Add its works items."),
         _("What the residents want done, what it costs and who pays. Another version replaces this one.")),
    Deed(Act.ITEM, forms.ItemForm, actions.add_item, "plus", _("Added."),
         _("One thing that is built. Who pays gives no more than the plan says.")),
    Deed(Act.VOTE, forms.VoteForm, actions.vote, "users", _("The vote is entered.")),
    Deed(Act.ENDORSE, forms.EndorseForm, actions.endorse, "check", _("Endorsed. It is with the county now.")),
    Deed(Act.APPROVE, forms.ApproveForm, actions.approve, "check-circle", _("Approved, and the money is set aside.")),
    Deed(Act.SEND_BACK, forms.SendBackForm, actions.send_back, "return", _("Sent back with your reason."),
         _("A new version is drafted and voted on anew."), grave=True),
    Deed(Act.BEGIN, forms.BeginForm, actions.begin, "play", _("The works have begun."),
         _("The committee leads the works; its term has to run, and the charter has to stand.")),
    Deed(Act.ACCEPT, forms.AcceptForm, actions.accept, "check-circle", _("Accepted by all together."),
         _("Look together, at all four defences, and prove each with a photo. What is left of the programme's money "
           "goes back.")),
    Deed(Act.PROGRESS, forms.ProgressForm, actions.progress, "chart", _("Entered.")),
    Deed(Act.SETTLE, forms.SettleForm, actions.settle, "lock", _("Entered. It is reviewed after 6 and 12 months.")),
    Deed(Act.REVIEW, forms.ReviewForm, actions.review, "eye", _("The review is entered."),
         _("Go there and look whether it holds.")),
    Deed(Act.RESTART, forms.SurveyForm, actions.restart, "refresh", _("Begun anew."),
         _("Seen anew. Where committee and charter stand, a plan is next; else self-government comes first again.")),
    Deed(Act.SURVEY, forms.SurveyForm, actions.survey, "search", _("The survey is kept."), rare=True),
    Deed(Act.RE_ELECT, forms.ReElectForm, actions.re_elect, "users", _("The new committee is in its term."), rare=True),
    Deed(Act.RELAPSE, forms.RelapseForm, actions.relapse, "alert", _("Entered. Workstation, town and county are told."),
         _("What was built or set up has fallen back."), grave=True, rare=True),
    Deed(Act.STRIKE, forms.StrikeForm, actions.strike_off, "x", _("Struck off."),
         _("It is in no list any more, and its history stays."), grave=True, rare=True),
)}


def is_due(act: str, courtyard: Courtyard) -> bool:
    """Beyond the state: what is asked once, and what has to come before."""
    if act == Act.ELECT:
        return courtyard.committees.filter(voted_on=None).exists()
    if act == Act.CHARTER:
        return courtyard.charter is None
    if act == Act.VOTE:
        return courtyard.plan.voted_on is None and courtyard.plan.items.exists()
    if act == Act.ENDORSE:
        return courtyard.plan.endorsed_at is None
    if act == Act.APPROVE:
        return courtyard.plan.endorsed_at is not None
    if act == Act.ACCEPT:
        return is_finished(courtyard.plan)
    if act == Act.REVIEW:
        return courtyard.due_at is not None
    return True


def blocked(courtyard: Courtyard, at: datetime) -> str:
    """Why the next act is not possible yet, in words; "" where nothing is in its way."""
    return why_not(courtyard, localdate(at)) if courtyard.state == State.APPROVED else ""


def offered(courtyard: Courtyard, user, at: datetime) -> list[Deed]:
    """What `user` may do to the courtyard now, the next thing first."""
    is_blocked = blocked(courtyard, at)
    return [deed for deed in DEEDS.values() if allowed(deed.act, courtyard.state) and may(user, deed.right, courtyard)
            and is_due(deed.act, courtyard) and not (deed.act == Act.BEGIN and is_blocked)]


def next_of(deeds: list[Deed], courtyard: Courtyard) -> Deed | None:
    """The likely next one. A plan is there to be voted on, and without items it needs them first; works go on."""
    likely = [deed for deed in deeds if not deed.rare and not deed.grave]
    if courtyard.state == State.PLANNING and courtyard.plan.voted_on:
        return next((deed for deed in likely if deed.act == Act.PLAN), None)
    order = [Act.ACCEPT, Act.VOTE, Act.PROGRESS, Act.ITEM] if courtyard.state in TAKES_ITEMS else []
    likely.sort(key=lambda deed: order.index(deed.act) if deed.act in order else len(order))
    return likely[0] if likely else None
