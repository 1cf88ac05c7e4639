"""The timeline of a case: what the audit log tells of it, in words."""

from types import SimpleNamespace

from django.utils.translation import gettext_lazy as _

from shuangliu import audit

from .models import Case, DepositMove, Invited
from .models.cases import ReassignReason
from .models.rounds import FailedReason
from .risks.models import Sign
from .team.models import ChosenBy, Decision, Ground
from .timing.models import Event

# audit verb: label, tone of the timeline, the detail that a reader is told
HISTORY = {
    "case.registered": (_("Case registered"), "", ()),
    "case.accepted": (_("Taken on"), "", ()),
    "case.refused": (_("Not taken on"), "alert", ()),
    "case.assigned": (_("Mediator appointed"), "", ("mediator", "org")),
    "case.reassigned": (_("Mediator replaced"), "", ("mediator", "org", "reason")),
    "case.session_held": (_("Session recorded"), "", ()),
    "case.retried": (_("Attempt ended, another one begins"), "alert", ("reason",)),
    "case.moved_up": (_("Handed up to the next level"), "alert", ("reason",)),
    "case.agreed": (_("Agreement reached"), "done", ()),
    "case.failed": (_("Mediation failed"), "alert", ("reason",)),
    "case.reopened": (_("Mediated again"), "alert", ("why",)),
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
    "case.order_answered": (_("Order answered"), "", ()),
    "case.risk_noted": (_("Risk of escalation"), "alert", ("sign",)),
    "case.police_told": (_("Police told"), "alert", ()),
    "case.risk_over": (_("Risk is over"), "done", ()),
    "case.warned": (_("Due soon"), "alert", ()),
    "case.overdue": (_("Overdue"), "alert", ()),
    "case.raised": (_("Long overdue"), "alert", ()),
}
REASONS = dict(ReassignReason.choices) | dict(FailedReason.choices)
CODED = {"event": Event, "ground": Ground, "decision": Decision, "sign": Sign, "chosen_by": ChosenBy}
KINDS = dict(Invited.Kind.choices) | dict(DepositMove.Kind.choices)
QUIET = {"case.revealed"}  # not for who sees the outline only
PRIVATE = {"case.private_note_kept"}


def history(case: Case, *, told: bool, private: bool = False) -> list[SimpleNamespace]:
    """The timeline, oldest first. Who is not `told` the content sees what happened and when, nothing more; that one
    side was talked to alone is `private`."""
    lines = []
    for entry in audit.history(case):
        label, tone, fields = HISTORY.get(entry.verb, (entry.verb, "", ()))
        known = {**entry.detail, "purpose": entry.purpose}
        known["reason"] = REASONS.get(known.get("reason"))
        known["kind"] = KINDS.get(known.get("kind"))
        known |= {name: coded(known[name]).label for name, coded in CODED.items() if known.get(name)}
        known |= {name: "、".join(known[name]) for name in ("come", "gone") if known.get(name)}
        if (private if entry.verb in PRIVATE else told or entry.verb not in QUIET):
            lines.append(SimpleNamespace(
                label=label, actor=(entry.actor_name or _("The system")) if told else "", at=entry.at, tone=tone,
                note=" · ".join(str(known[name]) for name in fields if known.get(name)) if told else ""))
    return lines
