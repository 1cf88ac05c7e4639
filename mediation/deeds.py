"""What people can do to a case: for each act its form, its action and how it is offered. Pages and API share this
table; the order is that of the buttons."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import may

from . import actions, forms
from .after import actions as after
from .after import forms as after_forms
from .after import room
from .deed import Deed
from .joint import actions as joint
from .joint import forms as joint_forms
from .major import deeds as major
from .models import AgreementText, Case, Standing, TimeLimit
from .models.cases import GAVE, Basis
from .models.limits import Kind
from .models.refusals import ADVICE, RefusedCode
from .models.rounds import FailedReason
from .panels import deeds as panels
from .papers import actions as papers
from .papers.forms import ArchiveForm, TakeOutForm
from .readiness import gaps
from .records import deeds as records
from .risks import deeds as risks
from .routing.finding import destination
from .states import Act, allowed
from .team import deeds as team
from .timing import deeds as timing
from .transfers import actions as transfers
from .transfers import forms as transfer_forms


def texts_for(case: Case) -> dict:
    return {"texts": AgreementText.objects.for_category(case.category)}


def _answer_limit(case: Case) -> dict:
    return {"limit": TimeLimit.objects.of(Kind.TRANSFER, case.category)}


def _offer(case: Case) -> dict:
    return {"offer": transfers.open_transfer(case)}


def _acceptance(case: Case) -> dict:
    """The limit that will run, where it will go, and what is missing on either basis."""
    missing = [(basis, gaps(case, basis)) for basis in Basis]
    return {"limit": TimeLimit.objects.of(Kind.MEDIATE, case.category), "goes": destination(case, localdate()),
            "missing": missing, "is_ready": any(not found for _basis, found in missing)}


def _advice(case: Case) -> dict:
    return {"usual": [(code.label, ADVICE[code]) for code in RefusedCode]}


def _parties(case: Case) -> dict:
    return {"parties": case.parties.prefetch_related("representatives")}


def _standings(case: Case) -> dict:
    return {"standings": [Standing(party) for party in case.parties.prefetch_related("consents")]}


def _after_refusal(user, case: Case, form: forms.ActForm) -> str | None:
    """A party that refuses ends mediation (人民调解法 art. 17): on to the page that writes the end down. What is
    offered to others has to come back for that."""
    if form.cleaned_data["answer"] == "refuses":
        for act, known in AFTER_REFUSAL.items():
            if allowed(act, case.state) and may(user, f"case.{act}", case):
                return reverse(f"mediation:case-{act}", args=[case.pk], query=known)
    return None


AFTER_REFUSAL = {Act.FAIL: {"failed_reason": FailedReason.REFUSED.value},
                 Act.REFUSE: {"code": RefusedCode.OTHER_REFUSES.value}, Act.RECALL: None, Act.HAND_BACK: None}


DEEDS: dict[str, Deed] = {deed.act.value: deed for deed in (
    Deed(Act.ACCEPT, forms.AcceptForm, actions.accept_case, "check", _("Accepted. The time limit runs."),
         _("Both parties have been told of their rights and agree to mediation, or the committee mediates on its own "
           "initiative and nobody refuses. The time limit runs from now."),
         template="mediation/case_accept.html", facts=_acceptance),
    Deed(Act.REFUSE, forms.RefuseForm, actions.refuse_case, "x", _("The case was not accepted."),
         _("The case ends here and counts in no success rate. The applicant hears the reason and where else to turn."),
         grave=True, template="mediation/case_refuse.html", facts=_advice),
    Deed(Act.TAKE, forms.PlainForm, transfers.take_case, "check", _("Taken on. Please appoint a mediator."),
         _("The case is yours then: a round of your own begins, and the time limit of mediation runs from now."),
         template="mediation/transfers/case_answer.html", facts=_offer, card="transfers"),
    Deed(Act.HAND_BACK, transfer_forms.ReasonForm, transfers.hand_back_case, "arrow-left", _("Handed back."),
         _("Whoever offered it has it again, as it was before. The reason is told there."),
         template="mediation/transfers/case_answer.html", facts=_offer, card="transfers"),
    Deed(Act.MOVE_OUT, transfer_forms.MoveOutForm, transfers.move_out_case, "check",
         _("The case has gone to the body outside."),
         _("The body outside has taken it on. The case ends here: neither settled nor failed. Where it had been "
           "accepted it stays among the accepted cases."), grave=True,
         template="mediation/transfers/case_answer.html", facts=_offer, card="transfers"),
    Deed(Act.RECALL, transfer_forms.ReasonForm, transfers.recall_case, "refresh", _("The case is yours again."),
         _("The offer ends; whom it was made to no longer sees the case."),
         template="mediation/transfers/case_answer.html", facts=_offer, card="transfers"),
    Deed(Act.JOIN, forms.JoinForm, actions.join_case, "link", _("Joined. The dispute goes on in the other case."),
         _("The same dispute, brought over several channels, is mediated and counted once. This registration stays "
           "with its source and number; whoever sent it hears of the end of the other case."), card="same"),
    Deed(Act.PART, forms.PartForm, actions.part_case, "refresh", _("Apart again. Please decide on it."),
         _("It is decided on as if it had been registered now."), card="channels"),
    Deed(Act.ASSIGN, forms.AssignForm, actions.assign_case, "user", _("The mediator has the case now."),
         template="mediation/case_assign.html"),
    Deed(Act.SESSION, forms.SessionForm, actions.hold_session, "edit", _("The session is recorded."),
         template="mediation/case_session.html", keeps_draft=True),
    Deed(Act.AGREE, after_forms.AgreeForm, actions.agree_case, "check-circle", _("The agreement is recorded."),
         _("A written agreement takes effect with the signatures of the parties and the mediator and the seal; an oral "
           "one when it is made (People's Mediation Law art. 28–30)."),
         template="mediation/after/case_agree.html", facts=texts_for),
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
         template="mediation/case_reassign.html", card="team"),
    # After the end: what the case itself offers, then what its cards offer.
    Deed(Act.SIGN, after_forms.SignForm, after.sign_case, "check-circle", _("The agreement is in effect."),
         _("All parties and the mediator have signed, the committee's seal is on it. From that day performances fall "
           "due and thirty days run for the application to the court (People's Mediation Law art. 29, 33).")),
    Deed(Act.FOLLOW_UP, after_forms.FollowUpForm, after.follow_up_case, "phone", _("The follow-up is recorded."),
         _("Each party is asked by another person than the mediator. Each attempt is recorded, also one in vain."),
         card="follow_ups"),
    Deed(Act.CONFIRM, after_forms.ConfirmForm, after.confirm_case, "scale", _("The application is recorded."),
         _("Both sides apply together to the basic court within thirty days of the day of effect (People's Mediation "
           "Law art. 33)."), card="court"),
    Deed(Act.RULE, after_forms.RuleForm, after.rule_case, "scale", _("The decision is recorded."), card="court"),
    Deed(Act.SUIT, after_forms.SuitForm, after.record_suit, "list",
         _("It is recorded. The outcome of mediation stays."),
         _("What a court did with this dispute later. The outcome of mediation and the figures stay as they are."),
         aside=True),
    Deed(Act.TRANSFER, transfer_forms.TransferForm, transfers.transfer_case, "send",
         _("Offered. The answer is awaited."),
         _("Until the answer nobody mediates; the time limit of mediation rests. Whoever takes it on in the network "
           "sees the whole case; you keep its outline and your own records."),
         template="mediation/transfers/case_transfer.html", facts=_answer_limit, card="transfers"),
    Deed(Act.INVITE, joint_forms.InviteForm, joint.invite, "users", _("Invited."),
         _("They mediate together with you; the case stays yours. They see nothing of it here: tell them what they "
           "need, with the consent of the parties (People's Mediation Law art. 20)."), card="joint"),
    Deed(Act.PARTNER, joint_forms.PartnerForm, joint.note_partner, "edit", _("Noted."), card="joint"),
    Deed(Act.REOPEN, forms.ReopenForm, actions.reopen_case, "refresh",
         _("Another round begins. Please appoint a mediator."),
         _("For an agreement that is not kept: the first result stays in the figures, the breach is counted apart."),
         card="performance"),
    Deed(Act.REPORT_RESULT, transfer_forms.ReportResultForm, transfers.report_result, "send",
         _("It is noted that the result was reported."),
         _("The body that gave us the case hears how it ended, without what the parties said."), card="report"),
    Deed(Act.OWE, after_forms.OweForm, after.owe_case, "plus", _("It is written down."), aside=True),
    Deed(Act.PERFORM, after_forms.PerformForm, after.perform_item, "check", _("Recorded as performed."), aside=True),
    Deed(Act.BREACH, after_forms.BreachForm, after.breach_item, "alert",
         _("The breach is recorded. Urge the party, mediate again, or tell the ways to court."),
         _("The case stays settled in the figures; performance is counted apart."), grave=True, aside=True),
    Deed(Act.URGE, after_forms.UrgeForm, after.urge_item, "phone", _("The urging is recorded."), aside=True),
    Deed(Act.COUNSEL, after_forms.CounselForm, after.counsel_item, "info", _("The advice is recorded."), aside=True),
    Deed(Act.WAIVE, after_forms.WaiveForm, after.waive_item, "x", _("Recorded as waived."),
         _("Whom it is owed to does without it. It counts neither as performed nor as broken."), aside=True),
    Deed(Act.UNDO, after_forms.UndoForm, after.undo_item, "refresh",
         _("It is owed again; the history keeps what was ticked."),
         aside=True),
    Deed(Act.CONSENT, forms.ConsentForm, actions.record_consent, "check", _("Recorded."),
         _("Mediation is voluntary and free of charge. What was said stands with its day and form; a later answer "
           "counts instead of an earlier one. When a party clearly refuses, mediation ends."),
         aside=True, template="mediation/case_consent.html", facts=_standings, then=_after_refusal),
    Deed(Act.CORRECT, forms.CorrectForm, actions.correct_case, "edit", _("Corrected."),
         _("The history says which fields were corrected and by whom, not what stood in them."), opens=True,
         card="facts"),
    Deed(Act.ADD_PARTY, forms.AddPartyForm, actions.add_party, "plus", _("The party is written down."),
         _("Until the parties first meet; consent and rights notice are asked of this party too."),
         aside=True, template="mediation/case_add_party.html"),
    Deed(Act.CORRECT_PARTY, forms.CorrectPartyForm, actions.correct_party, "edit", _("Corrected."),
         _("Fill in what is different; what stays empty stays as it is. The history says which fields were changed, "
           "not what stands in them."),
         aside=True, template="mediation/case_correct_party.html", facts=_parties),
    Deed(Act.REMOVE_PARTY, forms.RemovePartyForm, actions.remove_party, "x", _("Taken out."),
         _("For somebody who was taken for a party by mistake. The data of this party is deleted."),
         aside=True, grave=True),
    Deed(Act.REPRESENT, forms.RepresentForm, actions.represent_party, "users", _("The representative is written down."),
         _("An agent acts by a signed power of attorney; for a minor a guardian acts by law."), aside=True),
    Deed(Act.DISMISS, forms.DismissForm, actions.dismiss_representative, "x", _("The representation has ended."),
         _("The representative stays in the record, as one who no longer speaks for the party."), aside=True),
    Deed(Act.ARCHIVE, ArchiveForm, papers.archive_case, "inbox", _("The dossier is filed."),
         _("All signed papers are bound with covers and contents into one PDF. Afterwards they do not change any "
           "more."),
         template="mediation/papers/case_archive.html", facts=lambda case: {"missing": papers.gaps(case)},
         card="dossier"),
    Deed(Act.TAKE_OUT, TakeOutForm, papers.take_out_case, "refresh", _("The dossier is open again."),
         _("For correcting or completing it. What was filed is kept beside what will be filed anew."), grave=True,
         card="dossier"),
    *timing.DEEDS, *team.DEEDS, *records.DEEDS, *panels.DEEDS, *major.DEEDS, *risks.DEEDS,
)}


def deeds_for(user, case: Case) -> list[Deed]:
    """What the user may do to the case now."""
    return [deed for deed in DEEDS.values()
            if not deed.aside and allowed(deed.act, case.state) and may(user, f"case.{deed.act}", case)
            and is_due(deed, case)]


def asides_for(user, case: Case) -> set[str]:
    """The acts that cards offer, by their names without hyphens: correct_party."""
    return {deed.act.replace("-", "_") for deed in DEEDS.values()
            if deed.aside and allowed(deed.act, case.state) and may(user, f"case.{deed.act}", case)
            and is_due(deed, case)}


def is_due(deed: Deed, case: Case) -> bool:
    """Whether the case as it is gives room for the act, beyond its state."""
    room = ROOM.get(deed.act)
    return room is None or room(case)


# Beyond the state: a case of the county has no level above, only an agreement can be broken, and who the parties are
# is settled once they have met.
ROOM: dict[str, Callable[[Case], bool]] = {
    Act.CORRECT: lambda case: not case.outcome,
    Act.ADD_PARTY: lambda case: not actions.has_met(case),
    Act.REMOVE_PARTY: lambda case: not actions.has_met(case),
    Act.MOVE_UP: lambda case: case.round is not None and case.round.level in actions.NEXT_UP,
    Act.REOPEN: lambda case: case.round is not None and case.round.end == "agreed",
    **room.ROOM,
    # While something is appraised the limit rests already, and the report comes back here.
    Act.TRANSFER: lambda case: not case.appraisals.filter(ended_on=None).exists(),
    Act.TAKE: lambda case: case.offered_key is not None,
    Act.MOVE_OUT: lambda case: case.offered_key is None,
    Act.PARTNER: lambda case: case.joint_members.exists(),
    Act.REPORT_RESULT: lambda case: case.source in GAVE and not hasattr(case, "result_report"),
    **timing.ROOM, **team.ROOM, **records.ROOM, **major.ROOM, **risks.ROOM,
}


def take(act: str, case: Case, data, files=None, *, by, at) -> forms.ActForm:
    """Do `act` with what was sent; returns the form, valid when it was done. Raises CaseMoved."""
    deed = DEEDS[act]
    form = deed.ask(data, files, case=case, by=by)
    if form.is_valid():
        try:
            deed.do(case, by=by, at=at, **form.given())
        except (actions.NotReady, actions.Refused, actions.TwicePresent) as error:
            form.add_error(error.field if error.field in form.fields else None, error)
    return form
