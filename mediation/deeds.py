"""What people can do to a case: for each act its form, its action and how it is offered. Pages and API share this
table; the order is that of the buttons."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may

from . import actions, forms
from .deed import Deed
from .major import deeds as major
from .models import Case, TimeLimit
from .models.limits import Kind
from .panels import deeds as panels
from .records import deeds as records
from .risks import deeds as risks
from .states import Act, allowed
from .team import deeds as team
from .timing import deeds as timing


def _limit(case: Case) -> dict:
    return {"limit": TimeLimit.objects.of(Kind.MEDIATE, case.category)}


DEEDS: dict[str, Deed] = {deed.act.value: deed for deed in (
    Deed(Act.ACCEPT, forms.AcceptForm, actions.accept_case, "check", _("Accepted. The time limit runs."),
         _("Both parties have been told of their rights and agree to mediation, or the committee mediates on its own "
           "initiative and nobody refuses. The time limit runs from now."),
         template="mediation/case_accept.html", facts=_limit),
    Deed(Act.REFUSE, forms.RefuseForm, actions.refuse_case, "x", _("The case was not accepted."),
         _("The case ends here and counts in no success rate. The applicant hears the reason and where else to turn."),
         grave=True),
    Deed(Act.ASSIGN, forms.AssignForm, actions.assign_case, "user", _("The mediator has the case now."),
         template="mediation/case_assign.html"),
    Deed(Act.SESSION, forms.SessionForm, actions.hold_session, "edit", _("The session is recorded."),
         template="mediation/case_session.html", keeps_draft=True),
    Deed(Act.AGREE, forms.AgreeForm, actions.agree_case, "check-circle", _("The agreement is recorded."),
         _("A written agreement takes effect with the signatures of the parties and the mediator and the seal; an oral "
           "one when it is made (People's Mediation Law art. 28–30).")),
    Deed(Act.RETRY, forms.RetryForm, actions.retry_case, "refresh", _("Another attempt begins."),
         _("This attempt came to nothing and stands in the record as such. The same mediator tries again; the time "
           "limit runs on.")),
    Deed(Act.MOVE_UP, forms.MoveUpForm, actions.move_up_case, "arrow-up", _("Handed up to the next level."),
         _("The level above goes on with all that was tried and recorded. The case is counted once, by how it ends.")),
    Deed(Act.FAIL, forms.FailForm, actions.fail_case, "x", _("The end of mediation is recorded."),
         _("Mediation is voluntary: when a party clearly refuses, it ends. The parties must be told which other ways "
           "are open to them."), grave=True),
    Deed(Act.REASSIGN, forms.ReassignForm, actions.reassign_case, "users", _("The mediator has the case now."),
         _("The records stay with the case, the present mediator no longer sees it, and the time limit runs on."),
         template="mediation/case_reassign.html"),
    Deed(Act.REOPEN, forms.ReopenForm, actions.reopen_case, "refresh",
         _("Another round begins. Please appoint a mediator."),
         _("For an agreement that is not kept: the first result stays in the figures, the breach is counted apart.")),
    *timing.DEEDS, *team.DEEDS, *records.DEEDS, *panels.DEEDS, *major.DEEDS, *risks.DEEDS,
)}


def deeds_for(user, case: Case) -> list[Deed]:
    """What the user may do to the case now."""
    return [deed for deed in DEEDS.values()
            if allowed(deed.act, case.state) and may(user, f"case.{deed.act}", case) and is_due(deed, case)]


def is_due(deed: Deed, case: Case) -> bool:
    """Whether the case as it is gives room for the act, beyond its state."""
    room = ROOM.get(deed.act)
    return room is None or room(case)


# Beyond the state: a case of the county has no level above, only an agreement can be broken.
ROOM: dict[str, Callable[[Case], bool]] = {
    Act.MOVE_UP: lambda case: case.round is not None and case.round.level in actions.NEXT_UP,
    Act.REOPEN: lambda case: case.round is not None and case.round.end == "agreed",
    **timing.ROOM, **team.ROOM, **records.ROOM, **major.ROOM, **risks.ROOM,
}


def take(act: str, case: Case, data, files=None, *, by, at) -> forms.ActForm:
    """Do `act` with what was sent; returns the form, valid when it was done. Raises CaseMoved."""
    deed = DEEDS[act]
    form = deed.ask(data, files, case=case, by=by)
    if form.is_valid():
        try:
            deed.do(case, by=by, at=at, **form.given())
        except actions.Refused as error:
            form.add_error(error.field if error.field in form.fields else None, error)
    return form
