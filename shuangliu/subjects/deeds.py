"""What can be done to a request: for each act its form, its action and how it is offered. The order is that of the
buttons: the first that is possible is the next thing to do."""

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may
from shuangliu.pages import deed

from . import actions, forms
from .models import SubjectRequest
from .states import Act


class Deed(deed.Deed):
    page = "subjects:subject"


DEEDS: dict[str, Deed] = {deed.act.value: deed for deed in (
    Deed(Act.IDENTIFY, forms.IdentifyForm, actions.identify, "user",
         _("Checked. What is kept of this person was looked for."),
         _("Nothing personal leaves before it is sure who asks. Of the document, kind and last four are kept.")),
    Deed(Act.GRANT, forms.GrantForm, actions.grant, "check", _("Granted."),
         _("A copy is made, data are deleted or locked at once, and that cannot be taken back. What is left out is "
           "left out for a ground, which the person reads.")),
    Deed(Act.CARRY_OUT, forms.CarryOutForm, actions.carry_out, "check", _("Written down."),
         _("Put the data right on their own pages first.")),
    Deed(Act.ANSWER, forms.AnswerForm, actions.answer, "send", _("Answered."),
         _("The person reads it on the portal; print the letter for whoever wants it on paper.")),
    Deed(Act.EXTEND, forms.ExtendForm, actions.extend, "clock", _("More time is taken."),
         _("Fifteen working days more, once.")),
    Deed(Act.REFER, forms.ReferForm, actions.refer, "users", _("Referred."),
         _("Refusals are decided by the security administrator.")),
    Deed(Act.WITHDRAW, forms.NothingForm, actions.withdraw, "x", _("Taken back."),
         _("The person says so, and showed number and code or a document."), grave=True),
    Deed(Act.REFUSE, forms.RefuseForm, actions.refuse, "x", _("Refused. The letter can be printed."),
         _("As a whole. The letter says why, by which law, and where to complain."), grave=True),
)}


def offered(request: SubjectRequest, user) -> list[Deed]:
    """What `user` may do to the request now, the next thing first."""
    return [deed for deed in DEEDS.values() if request.can(deed.act) and may(user, f"subject.{deed.act}", request)]
