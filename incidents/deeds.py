"""What people can do to an incident: for each act its form, its action and how it is offered. Pages and API
share this table."""

from django.core.exceptions import PermissionDenied
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may
from shuangliu.pages import deed
from shuangliu.pages.conflict import Conflict

from . import actions, forms
from .demands import forms as asking
from .demands import opening
from .models import Incident
from .states import ASKED_IN, OFFERED, RULES, Act, State


class Deed(deed.Deed):
    page = "incidents:incident"

    def said(self, incident: Incident):
        """What is said when it is done; the rules may have gone one step further."""
        if self.act == Act.ACCEPT and incident.state == State.ASSIGNED:
            return _("Accepted, and dispatched by a rule. See the history below.")
        return self.done


DEEDS: dict[str, Deed] = {deed.act: deed for deed in (
    Deed(Act.ACCEPT, forms.NoteForm, actions.accept, "check", _("Accepted. Now dispatch it or send it up.")),
    Deed(Act.REJECT, forms.ReasonForm, actions.reject, "x", _("Not accepted. The reporter sees your reason."),
         _("The reporter sees the reason. The incident ends here."), grave=True),
    Deed(Act.LOCATE, forms.LocateForm, actions.locate, "locate", _("The incident is in its grid now."),
         _("The time limit runs on.")),
    Deed(Act.CORRECT, forms.CorrectForm, actions.correct, "edit", _("Corrected."),
         _("The words of the reporter stay as they are.")),
    Deed(Act.SELF_HANDLE, forms.SelfHandleForm, actions.self_handle, "check-circle",
         _("Settled on the spot. The station looks at some of these."),
         _("Small matters that you have settled yourself: show how it was and how it is now.")),
    Deed(Act.MERGE, forms.MergeForm, actions.merge, "link", _("Merged. The other one goes on for both."),
         _("The same matter has been reported before. Both histories stay, and it can be undone.")),
    Deed(Act.UNMERGE, forms.ReasonForm, actions.unmerge, "return", _("Taken apart. It begins again at the desk."),
         _("They are two matters after all.")),
    Deed(Act.CANCEL, forms.ReasonForm, actions.cancel, "x", _("Withdrawn."),
         _("Reported by mistake. It stays readable and ends here."), grave=True),
    Deed(Act.DECIDE, forms.DecideForm, actions.decide, "users", _("Decided. Who has it now does not return it."),
         _("Nobody wants it: talk to those concerned and decide. The decision is final.")),
    Deed(Act.HAND_DOWN, forms.ReasonForm, actions.hand_down, "chevron-down", _("Handed down to the tier below."),
         _("Within the powers of the tier below. Possible once.")),
    Deed(Act.RECALL, forms.ReasonForm, actions.recall, "return", _("Taken back. Dispatch it anew."),
         _("Away from whoever has it now; their time limit does not count."), grave=True),
    Deed(Act.SUSPEND, forms.SuspendForm, actions.suspend, "pause", _("Suspended until the day you named."),
         _("The time limit rests. You own it until it goes on, and look at it again on that day."), grave=True),
    Deed(Act.RESUME, forms.NoteForm, actions.resume, "play", _("It goes on. The time limit runs again."),
         _("The handler goes on with what was left of the time limit.")),
    Deed(Act.REOPEN, forms.ReasonForm, actions.reopen, "refresh", _("Reopened. The desk dispatches it anew."),
         _("Not settled, or it came back.")),
    Deed(Act.ASSIGN, forms.AssignForm, actions.assign, "send", _("Dispatched. Somebody there has to sign for it."),
         _("A department signs for it, or you handle it at your own desk.")),
    Deed(Act.ESCALATE, forms.ReasonForm, actions.escalate, "arrow-up", _("Sent up to the next tier."),
         _("Beyond the powers of this tier: the next one decides who handles it.")),
    Deed(Act.MEDIATE, forms.MediateForm, actions.mediate, "scale", _("The mediation centre has the dispute now."),
         _("Opens a mediation case. When it ends, the incident comes back to be checked or decided anew.")),
    Deed(Act.SIGN, forms.NoteForm, actions.sign, "edit", _("Signed for. The handling limit runs."),
         _("Who signs handles it, and cannot check it afterwards.")),
    Deed(Act.RETURN, forms.ReasonForm, actions.return_, "return", _("Returned to the desk that dispatched it."),
         _("Not yours to handle: say whose it is. After the second return the next tier decides."), grave=True),
    Deed(Act.RESOLVE, forms.ResolveForm, actions.resolve, "check-circle", _("Sent. Somebody else checks it now."),
         _("Say what was done and show it.")),
    Deed(Act.VERIFY, forms.CheckForm, actions.verify, "check-circle", _("Checked. The owning desk closes it."),
         _("You have seen that it is done.")),
    Deed(Act.REWORK, forms.ReworkForm, actions.rework, "refresh", _("Sent back to the handler."),
         _("Not done, or not well: back to the same handler with a new limit."), grave=True),
    Deed(Act.CLOSE, forms.NoteForm, actions.close, "flag", _("Closed. The reporter may judge it now.")),
    Deed(Act.ASK_EXTENSION, asking.AskExtensionForm, opening.ask_extension, "clock",
         _("Asked for. The desk one tier up decides; the time limit runs on."),
         _("Once, and before the time limit is over. The desk one tier up decides.")),
    Deed(Act.ASK_SUSPENSION, forms.SuspendForm, opening.ask_suspension, "pause",
         _("Asked for. The desk one tier up decides; the time limit runs on."),
         _("It cannot be done for now: say until when it shall rest. The desk one tier up decides.")),
    Deed(Act.SUPERVISE, asking.SuperviseForm, opening.supervise, "alert",
         _("Ordered. Whoever has the matter must answer."),
         _("Whoever has the matter now must take it on and answer by a date. You conclude it, or ask again.")),
    Deed(Act.WHISTLE, asking.WhistleForm, opening.whistle, "phone", _("Called. Each department has to answer."),
         _("Departments come to the spot: two hours to answer when it is urgent, else a working day. You rate how each "
           "of them came. What a workstation blows goes through the sub-centre.")),
    Deed(Act.GIVE_TASK, asking.GiveTaskForm, opening.give_task, "users", _("Given. The reply waits for their answer."),
         _("A part of the work for another department. The lead replies once all parts are answered.")),
    Deed(Act.JUDGE, forms.JudgeForm, actions.judge, "user", _("Thank you for your word.")),
)}


def possible(incident: Incident, act: str) -> bool:
    """Does the state of the incident allow the act?"""
    if incident.state not in RULES[act].sources:
        return False
    if act == Act.JUDGE and incident.due_at is None:
        return False  # the evaluation window is over
    if act == Act.REOPEN and not actions.may_be_reopened(incident, now()):
        return False
    return not (act in ASKED_IN and (opening.is_pending(incident, act) or opening.obstacle(incident, act, now())))


def check(incident: Incident, act: str, user) -> None:
    """For somebody who sees the incident. Raises IncidentMoved when its state does not allow the act (which tells
    a desk who has taken it away meanwhile), PermissionDenied when it is not theirs to do."""
    if not possible(incident, act):
        if incident.state in RULES[act].sources and not opening.is_pending(incident, act) and (
                why := opening.obstacle(incident, act, now())):
            raise Conflict(why, matter=incident)
        raise actions.IncidentMoved(incident, act, user)
    if not may(user, f"incident.{act}", incident):
        raise PermissionDenied


def offered(incident: Incident, user) -> list[Deed]:
    """What `user` may do to the incident now, the main deed first. To place anew what has its grid is no task: the
    page offers it beside the grid (`may_relocate`)."""
    acts = [act for act in OFFERED if not (act == Act.LOCATE and incident.grid_id)]
    return [DEEDS[act] for act in acts if possible(incident, act) and may(user, f"incident.{act}", incident)]


def may_relocate(incident: Incident, user) -> bool:
    """Whether a grid that was found wrong may be put right."""
    return bool(incident.grid_id) and possible(incident, Act.LOCATE) and may(user, "incident.locate", incident)
