"""The states of an incident and every move between them, as data (domain.md §5.1).

Actions take their rules from here and from nowhere else; so does the drawing in the handbook.
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    REPORTED = "reported", _("Reported")
    ACCEPTED = "accepted", _("Accepted")
    ASSIGNED = "assigned", _("Dispatched")
    IN_PROGRESS = "in_progress", _("In progress")
    RESOLVED = "resolved", _("Waiting for check")
    REWORK = "rework", _("Rework")
    VERIFIED = "verified", _("Check passed")
    CLOSED = "closed", _("Closed")
    EVALUATED = "evaluated", _("Evaluated")
    REJECTED = "rejected", _("Not accepted")


class Act(TextChoices):
    """Acts of people, and below them what the system does by itself."""

    REPORT = "report", _("Report")
    LOCATE = "locate", _("Locate")
    ACCEPT = "accept", _("Accept")
    REJECT = "reject", _("Do not accept")
    ASSIGN = "assign", _("Dispatch")
    ESCALATE = "escalate", _("Send up")
    MEDIATE = "mediate", _("Hand over to mediation")
    SIGN = "sign", _("Sign for")
    RETURN = "return", _("Return")
    RESOLVE = "resolve", _("Reply that it is handled")
    VERIFY = "verify", _("Pass the check")
    REWORK = "rework", _("Send back for rework")
    CLOSE = "close", _("Close")
    JUDGE = "judge", _("Evaluate")

    WARN = "warn", _("Warned that the limit is near")
    EXPIRE = "expire", _("Limit passed")
    RAISE = "raise", _("Raised by the clock")
    SETTLE = "settle", _("Dispute settled")
    UNSETTLE = "unsettle", _("Dispute not settled")
    LAPSE = "lapse", _("Evaluation window over")
    HAND_OVER = "hand_over", _("Handed over")


class Stage(TextChoices):
    """What a clock on an incident counts. HANDLE has its limit from the category, the others from StageLimit."""

    ACCEPT = "accept", _("acceptance")
    DISPATCH = "dispatch", _("dispatch")
    SIGN = "sign", _("signing")
    HANDLE = "handle", _("handling")
    CHECK = "check", _("check")
    CLOSE = "close", _("closing")
    EVALUATION = "evaluation", _("evaluation")


# The clock that runs in a state. A state without one waits for nobody.
CLOCK: dict[str, Stage] = {
    State.REPORTED: Stage.ACCEPT,
    State.ACCEPTED: Stage.DISPATCH,
    State.ASSIGNED: Stage.SIGN,
    State.IN_PROGRESS: Stage.HANDLE,
    State.REWORK: Stage.HANDLE,
    State.RESOLVED: Stage.CHECK,
    State.VERIFIED: Stage.CLOSE,
    State.CLOSED: Stage.EVALUATION,
}

OPEN = frozenset({State.REPORTED, State.ACCEPTED, State.ASSIGNED, State.IN_PROGRESS, State.REWORK,
                  State.RESOLVED, State.VERIFIED})
BEING_HANDLED = frozenset({State.ASSIGNED, State.IN_PROGRESS, State.REWORK})


@dataclass(frozen=True)
class Rule:
    """From which states an act may be done, and where it leads: None = the state stays and its clock runs on.

    A rule that names a target stops the running clock and starts that of the target, even if it is the same
    state. `verb` is the word in the audit log.
    """

    sources: frozenset[State]
    target: State | None
    verb: str


RULES: dict[str, Rule] = {
    Act.REPORT: Rule(frozenset(), State.REPORTED, "incident.reported"),
    Act.LOCATE: Rule(OPEN, None, "incident.located"),
    Act.ACCEPT: Rule(frozenset({State.REPORTED}), State.ACCEPTED, "incident.accepted"),
    Act.REJECT: Rule(frozenset({State.REPORTED}), State.REJECTED, "incident.rejected"),
    Act.ASSIGN: Rule(frozenset({State.ACCEPTED}), State.ASSIGNED, "incident.assigned"),
    Act.ESCALATE: Rule(frozenset({State.ACCEPTED}), State.ACCEPTED, "incident.escalated"),
    Act.MEDIATE: Rule(frozenset({State.ACCEPTED}), State.IN_PROGRESS, "incident.mediated"),
    Act.SIGN: Rule(frozenset({State.ASSIGNED}), State.IN_PROGRESS, "incident.signed"),
    Act.RETURN: Rule(frozenset({State.ASSIGNED}), State.ACCEPTED, "incident.returned"),
    Act.RESOLVE: Rule(frozenset({State.IN_PROGRESS, State.REWORK}), State.RESOLVED, "incident.resolved"),
    Act.VERIFY: Rule(frozenset({State.RESOLVED}), State.VERIFIED, "incident.verified"),
    Act.REWORK: Rule(frozenset({State.RESOLVED}), State.REWORK, "incident.reworked"),
    Act.CLOSE: Rule(frozenset({State.VERIFIED}), State.CLOSED, "incident.closed"),
    Act.JUDGE: Rule(frozenset({State.CLOSED}), State.EVALUATED, "incident.judged"),
    Act.WARN: Rule(OPEN, None, "incident.warned"),
    Act.EXPIRE: Rule(OPEN, None, "incident.expired"),
    Act.RAISE: Rule(OPEN, None, "incident.escalated"),
    Act.SETTLE: Rule(frozenset({State.IN_PROGRESS}), State.RESOLVED, "incident.settled"),
    Act.UNSETTLE: Rule(frozenset({State.IN_PROGRESS}), State.ACCEPTED, "incident.unsettled"),
    Act.HAND_OVER: Rule(OPEN, None, "incident.handed_over"),
    Act.LAPSE: Rule(frozenset({State.CLOSED}), None, "incident.lapsed"),
}

# What people do, in the order in which a page offers it: the first that is allowed is the main one.
OFFERED = (Act.LOCATE, Act.ACCEPT, Act.MEDIATE, Act.ASSIGN, Act.SIGN, Act.RESOLVE, Act.VERIFY, Act.CLOSE, Act.JUDGE,
           Act.ESCALATE, Act.RETURN, Act.REWORK, Act.REJECT)
