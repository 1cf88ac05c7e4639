"""The timeline of a case: what the audit log tells of it, in words."""

from types import SimpleNamespace

from django.utils.translation import gettext_lazy as _

from shuangliu import audit

from .after.models.court import Result
from .models import Case, CaseTransfer, Consent, DepositMove, Invited, JointMember, Party, Representative
from .models.cases import Basis, ReassignReason
from .models.parties import Side
from .models.refusals import RefusedCode
from .models.rounds import FailedReason
from .risks.models import Sign
from .team.models import ChosenBy, Decision, Ground
from .timing.models import Event

# audit verb: label, tone of the timeline, the detail that a reader is told
HISTORY = {
    "case.registered": (_("Case registered"), "", ()),
    "case.accepted": (_("Taken on"), "", ("basis", "org", "rule", "why")),
    "case.refused": (_("Not taken on"), "alert", ("code",)),
    "case.assigned": (_("Mediator appointed"), "", ("mediator", "org")),
    "case.reassigned": (_("Mediator replaced"), "", ("mediator", "org", "reason")),
    "case.session_held": (_("Session recorded"), "", ()),
    "case.retried": (_("Attempt ended, another one begins"), "alert", ("reason",)),
    "case.moved_up": (_("Handed up to the next level"), "alert", ("reason",)),
    "case.agreed": (_("Agreement reached"), "done", ()),
    "case.failed": (_("Mediation failed"), "alert", ("reason",)),
    "case.transferred": (_("Offered to others"), "", ("kind", "to")),
    "case.taken": (_("Taken on by another organisation"), "", ("org",)),
    "case.handed_back": (_("Handed back"), "alert", ()),
    "case.recalled": (_("Offer taken back"), "", ()),
    "case.moved_out": (_("Gone to another body"), "", ("to",)),
    "case.result_reported": (_("Result reported back"), "done", ("to",)),
    "case.joint_invited": (_("Invited to mediate together"), "", ("org",)),
    "case.joint_answered": (_("Partner of joint mediation"), "", ("org", "answer")),
    "case.reopened": (_("Mediated again"), "alert", ("why",)),
    "case.signed": (_("Signed and sealed: in effect"), "done", ("signed_on",)),
    "case.owed": (_("Performance agreed"), "", ()),
    "case.performed": (_("Performed"), "done", ("on",)),
    "case.breached": (_("Not kept"), "alert", ("on",)),
    "case.waived": (_("Waived"), "", ()),
    "case.urged": (_("Urged to perform"), "", ()),
    "case.counselled": (_("Told of the ways to court"), "", ()),
    "case.undone": (_("A tick was put right"), "", ()),
    "case.followed_up": (_("Followed up"), "", ()),
    "case.confirmation_applied": (_("Judicial confirmation applied for"), "", ("on",)),
    "case.confirmation_decided": (_("The court decided upon the confirmation"), "", ("result",)),
    "case.suit_recorded": (_("Later proceedings recorded"), "", ("on",)),
    "case.corrected": (_("Case corrected"), "", ("fields", "why")),
    "case.party_added": (_("Party added"), "", ("party",)),
    "case.party_corrected": (_("Party corrected"), "", ("party", "fields", "why")),
    "case.party_removed": (_("Party taken out"), "alert", ("party", "why")),
    "case.represented": (_("Representative entered"), "", ("party", "kind")),
    "case.dismissed": (_("Representation ended"), "", ("party", "kind")),
    "case.consented": (_("Rights notice and consent"), "", ("parties", "what", "form")),
    "case.joined": (_("Goes on in another case"), "", ("into",)),
    "case.joined_by": (_("Another registration of the dispute joined"), "", ("number",)),
    "case.parted": (_("Taken apart from another case"), "alert", ("number", "why")),
    "case.parted_from": (_("A registration was taken apart again"), "alert", ("number",)),
    "case.printed": (_("Papers made"), "", ("purpose",)),
    "case.original_filed": (_("Signed original filed"), "", ()),
    "case.papers_opened": (_("Signed papers opened"), "", ("purpose",)),
    "case.archived": (_("Dossier filed"), "done", ()),
    "case.dossier_opened": (_("Dossier opened"), "", ("purpose",)),
    "case.taken_out": (_("Dossier taken out"), "alert", ("why",)),
    "case.revealed": (_("Personal data looked at"), "", ("purpose",)),
    "case.clock_started": (_("The limit runs"), "", ("event",)),
    "case.appraisal_begun": (_("The limit rests for an appraisal"), "", ("institution",)),
    "case.appraisal_ended": (_("The report of the appraisal has come"), "", ("institution",)),
    "case.extended": (_("Limit extended by agreement"), "", ("amount",)),
    "case.team_set": (_("Other mediators set"), "", ("come", "gone")),
    "case.recusal_raised": (_("Ground for recusal named"), "alert", ("mediator", "ground")),
    "case.recusal_decided": (_("Decided on the recusal"), "", ("mediator", "decision")),
    "case.participant_invited": (_("Participant invited"), "", ("kind",)),
    "case.addendum_written": (_("Session record added to"), "", ()),
    "case.private_note_kept": (_("Private talk noted"), "", ()),
    "case.investigated": (_("Investigation recorded"), "", ()),
    "case.evidence_added": (_("Evidence added"), "", ()),
    "case.evidence_returned": (_("Evidence given back"), "", ()),
    "case.deposit_taken": (_("Deposit taken"), "", ("amount",)),
    "case.deposit_settled": (_("Deposit returned or used"), "", ("kind", "amount")),
    "case.panel_called": (_("Expert panel called"), "", ()),
    "case.panel_advised": (_("Opinion of the expert panel"), "", ()),
    "case.marked_major": (_("Treated as major dispute"), "alert", ("why",)),
    "case.five_ones_written": (_("Five ones written"), "", ()),
    "case.progress_noted": (_("Progress note"), "", ()),
    "case.supervised": (_("Report ordered"), "alert", ()),
    "case.order_warned": (_("Report due soon"), "alert", ()),
    "case.order_overdue": (_("Report overdue"), "alert", ()),
    "case.order_raised": (_("Report long overdue"), "alert", ()),
    "case.order_answered": (_("Order answered"), "", ()),
    "case.risk_noted": (_("Risk of escalation"), "alert", ("sign",)),
    "case.police_told": (_("Police told"), "alert", ()),
    "case.risk_over": (_("Risk is over"), "done", ()),
    "case.warned": (_("Due soon"), "alert", ()),
    "case.overdue": (_("Overdue"), "alert", ()),
    "case.raised": (_("Long overdue"), "alert", ()),
}
# What the codes in the detail mean, by the name they stand under.
WORDS = {
    "reason": dict(ReassignReason.choices) | dict(FailedReason.choices),
    "code": dict(RefusedCode.choices),
    "result": dict(Result.choices),
    "basis": dict(Basis.choices),
    "kind": (dict(Representative.Kind.choices) | dict(CaseTransfer.Kind.choices) | dict(Invited.Kind.choices)
             | dict(DepositMove.Kind.choices)),
    "event": dict(Event.choices),
    "ground": dict(Ground.choices),
    "decision": dict(Decision.choices),
    "sign": dict(Sign.choices),
    "chosen_by": dict(ChosenBy.choices),
    "answer": dict(JointMember.Answer.choices),
    "parties": dict(Side.choices),
    "what": dict(Consent.What.choices),
    "form": dict(Consent.Form.choices),
    "fields": {field.name: field.verbose_name for model in (Case, Party) for field in model._meta.fields},
}
OPENED = "case.opened"  # on a page of its own: it would drown what was done
# Not for who sees the outline only.
PRIVATE = {"case.private_note_kept"}  # for the mediators and the manager
QUIET = {"case.revealed", "case.printed", "case.papers_opened", "case.dossier_opened"}


def history(case: Case, *, told: bool, private: bool = False) -> list[SimpleNamespace]:
    """The timeline, oldest first. Who is not `told` the content sees what happened and when, nothing more; that one
    side was talked to alone is `private`."""
    lines = []
    for entry in audit.history(case).exclude(verb=OPENED):
        label, tone, fields = HISTORY.get(entry.verb, (entry.verb, "", ()))
        known = {**entry.detail, "purpose": entry.purpose}
        if known.get("rule"):
            known["rule"] = _("rule %(code)s") % {"code": known["rule"]}
        if private if entry.verb in PRIVATE else told or entry.verb not in QUIET:
            lines.append(SimpleNamespace(
                label=label, actor=(entry.actor_name or _("The system")) if told else "", at=entry.at, tone=tone,
                note=" · ".join(_words(name, known[name]) for name in fields if known.get(name)) if told else ""))
    return lines


def _words(name: str, value) -> str:
    """A text as it stands, codes in words; several with a comma between."""
    words = WORDS.get(name, {})
    return "、".join(str(words.get(one, one)) for one in (value if isinstance(value, list) else [value]))
