"""What can be done to a referral and to an application for aid: for each act its form, its action and how it is
offered. The order is that of the buttons: the first that is possible is the next thing to do."""

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may
from shuangliu.pages import deed

from . import actions, forms
from .models import AidApplication, CareReferral
from .states import AID_STEPS, Act, AidAct, allowed


class Deed(deed.Deed):
    page = "residents:care"


class AidDeed(deed.Deed):
    page = "residents:aid"


DEEDS: dict[str, Deed] = {deed.act.value: deed for deed in (
    Deed(Act.SEND, forms.SendForm, actions.send, "send", _("Sent. The time for the agency's answer runs.")),
    Deed(Act.ACCEPT, forms.AcceptForm, actions.accept, "check", _("Said yes. Please begin on the day."),
         _("You help, from one day to another; both can still be changed when it begins.")),
    Deed(Act.BEGIN, forms.BeginForm, actions.begin, "check", _("Begun. The help is being given.")),
    Deed(Act.ASSIGN, forms.AssignForm, actions.assign, "walk", _("Asked. You hear what became of it."),
         _("The worker sees the errand, the door and a masked name: not the need, not the help, not your agency.")),
    Deed(Act.END, forms.EndForm, actions.end, "check-circle", _("Ended. In half a year it is locked.")),
    Deed(Act.RETURN, forms.ReturnForm, actions.return_, "return", _("Sent back. You see it no longer."),
         _("It goes back to the registrar; what you have read is not used for anything.")),
    Deed(Act.HAND_OVER, forms.HandOverForm, actions.hand_over, "users", _("Handed over. You see it no longer.")),
    Deed(Act.DROP, forms.NoteForm, actions.drop, "x", _("Taken back."),
         _("They do not want it any more, or nobody can give it. What was not sent yet is deleted."), grave=True),
    Deed(Act.WITHDRAW, forms.ConsentBackForm, actions.take_back_consent, "lock",
         _("Consent is taken back. The help by this way has ended, and what was written is locked."),
         _("No reason is asked. It ends at once and cannot be undone; a new need is a new referral."), grave=True),
)}

AID_DEEDS: dict[str, AidDeed] = {deed.act.value: deed for deed in (
    AidDeed(AidAct.GRANT, forms.GrantForm, actions.grant, "check", _("Granted. The letter can be printed.")),
    AidDeed(AidAct.PAY, forms.PayForm, actions.pay, "check", _("Written down.")),
    AidDeed(AidAct.REFUSE, forms.RefuseForm, actions.refuse, "x", _("Not granted. The letter can be printed."),
         _("The letter says why, and how to appeal within 60 days."), grave=True),
    AidDeed(AidAct.TAKE_BACK, forms.NothingForm, actions.take_back, "x", _("Taken back."),
         _("They do not want it any more."), grave=True),
)}


def offered(referral: CareReferral, user) -> list[Deed]:
    """What `user` may do to the referral now, the next thing first."""
    return [deed for deed in DEEDS.values() if allowed(deed.act, referral.state)
            and may(user, f"care.{deed.act}", referral)]


def offered_for_aid(application: AidApplication, user) -> list[AidDeed]:
    return [deed for deed in AID_DEEDS.values() if application.state in AID_STEPS[deed.act][0]
            and may(user, f"aid.{deed.act}", application)]
