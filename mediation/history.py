"""The timeline of a case: what the audit log tells of it, in words."""

from types import SimpleNamespace

from django.utils.translation import gettext_lazy as _

from shuangliu import audit

from .after.models.court import Result
from .models import Case, CaseTransfer, JointMember
from .models.cases import ReassignReason
from .models.rounds import FailedReason

# audit verb: label, tone of the timeline, the detail that a reader is told
HISTORY = {
    "case.registered": (_("Case registered"), "", ()),
    "case.accepted": (_("Taken on"), "", ("org", "rule", "why")),
    "case.refused": (_("Not taken on"), "alert", ()),
    "case.assigned": (_("Mediator appointed"), "", ("mediator", "org")),
    "case.reassigned": (_("Mediator replaced"), "", ("mediator", "org", "reason")),
    "case.session_held": (_("Session recorded"), "", ()),
    "case.retried": (_("Attempt ended, another one begins"), "alert", ("reason",)),
    "case.moved_up": (_("Handed up to the next level"), "alert", ("reason",)),
    "case.agreed": (_("Agreement reached"), "done", ()),
    "case.failed": (_("Mediation failed"), "alert", ("reason",)),
    "case.transferred": (_("Offered to another body"), "", ("kind", "to")),
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
    "case.revealed": (_("Personal data looked at"), "", ("purpose",)),
    "case.warned": (_("Due soon"), "alert", ()),
    "case.overdue": (_("Overdue"), "alert", ()),
    "case.raised": (_("Long overdue"), "alert", ()),
}
REASONS = dict(ReassignReason.choices) | dict(FailedReason.choices)
WORDS = dict(CaseTransfer.Kind.choices) | dict(JointMember.Answer.choices)
QUIET = {"case.revealed"}  # not for who sees the outline only


def history(case: Case, *, told: bool) -> list[SimpleNamespace]:
    """The timeline, oldest first. Who is not `told` the content sees what happened and when, nothing more."""
    lines = []
    for entry in audit.history(case):
        label, tone, fields = HISTORY.get(entry.verb, (entry.verb, "", ()))
        known = {**entry.detail, "purpose": entry.purpose}
        known["reason"] = REASONS.get(known.get("reason"))
        known["result"] = dict(Result.choices).get(known.get("result"))
        known |= {name: WORDS[known[name]] for name in ("kind", "answer") if known.get(name) in WORDS}
        if known.get("rule"):
            known["rule"] = _("rule %(code)s") % {"code": known["rule"]}
        if told or entry.verb not in QUIET:
            lines.append(SimpleNamespace(
                label=label, actor=(entry.actor_name or _("The system")) if told else "", at=entry.at, tone=tone,
                note=" · ".join(str(known[name]) for name in fields if known.get(name)) if told else ""))
    return lines
