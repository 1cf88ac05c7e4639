"""The states of an incident and every move between them, as data (domain.md §5.1).

Actions take their rules from here and from nowhere else; so does the drawing in the handbook. A draft (草稿) is no
state: it stays on the device of the one who writes it until it is sent.
"""

from dataclasses import dataclass
from enum import Enum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    REPORTED = "reported", _("Reported")
    SELF_HANDLED = "self_handled", _("Settled on the spot")
    ACCEPTED = "accepted", _("Accepted")
    ASSIGNED = "assigned", _("Dispatched")
    IN_PROGRESS = "in_progress", _("In progress")
    SUSPENDED = "suspended", _("Suspended")
    RESOLVED = "resolved", _("Waiting for check")
    REWORK = "rework", _("Rework")
    VERIFIED = "verified", _("Check passed")
    CLOSED = "closed", _("Closed")
    EVALUATED = "evaluated", _("Evaluated")
    REJECTED = "rejected", _("Not accepted")
    MERGED = "merged", _("Merged")
    CANCELLED = "cancelled", _("Withdrawn")


class Act(TextChoices):
    """Acts of people, and below them what the system does by itself."""

    REPORT = "report", _("Report")
    LOCATE = "locate", _("Locate")
    CORRECT = "correct", _("Correct")
    SELF_HANDLE = "self-handle", _("Settle on the spot")
    ACCEPT = "accept", _("Accept")
    REJECT = "reject", _("Do not accept")
    MERGE = "merge", _("Merge")
    UNMERGE = "unmerge", _("Take apart again")
    CANCEL = "cancel", _("Withdraw")
    ASSIGN = "assign", _("Dispatch")
    DECIDE = "decide", _("Decide jointly")
    ESCALATE = "escalate", _("Send up")
    HAND_DOWN = "hand-down", _("Hand down")
    MEDIATE = "mediate", _("Hand over to mediation")
    SIGN = "sign", _("Sign for")
    RETURN = "return", _("Return")
    RECALL = "recall", _("Take back")
    RESOLVE = "resolve", _("Reply that it is handled")
    SUSPEND = "suspend", _("Suspend")
    RESUME = "resume", _("Go on with it")
    VERIFY = "verify", _("Pass the check")
    REWORK = "rework", _("Send back for rework")
    CLOSE = "close", _("Close")
    JUDGE = "judge", _("Evaluate")
    REOPEN = "reopen", _("Reopen")

    EXTEND = "extend", _("Limit extended")
    CLEAR = "clear", _("Closed without a sample check")
    WARN = "warn", _("Warned that the limit is near")
    EXPIRE = "expire", _("Limit passed")
    RAISE = "raise", _("Raised by the clock")
    SETTLE = "settle", _("Dispute settled")
    UNSETTLE = "unsettle", _("Dispute not settled")
    LAPSE = "lapse", _("Evaluation window over")
    HAND_OVER = "hand-over", _("Handed over")
    REMIND = "remind", _("Reminded by the hotline")

    # What offices ask of each other about it: incidents/demands/states.py says what each leads to.
    ASK_EXTENSION = "ask-extension", _("Ask for an extension")
    ASK_SUSPENSION = "ask-suspension", _("Ask for a suspension")
    SUPERVISE = "supervise", _("Supervise")
    WHISTLE = "whistle", _("Blow the whistle")
    GIVE_TASK = "give-task", _("Give a task")
    GRANT = "grant", _("Grant")
    REFUSE = "refuse", _("Refuse")
    PASS_ON = "pass-on", _("Pass on")
    TAKE = "take", _("Take on")
    DECLINE = "decline", _("Decline")
    PROGRESS = "progress", _("Report progress")
    ARRIVE = "arrive", _("Report arrival")
    ANSWER = "answer", _("Give the result")
    SEND_BACK = "send-back", _("Ask again")
    CONCLUDE = "conclude", _("Conclude")
    RATE = "rate", _("Rate")
    TAKE_BACK = "take-back", _("Withdraw the request")
    FALL = "fall", _("No longer needed")
    ORDER = "order", _("Supervised by the clock")
    DEMAND_WARN = "demand-warn", _("Reply due soon")
    DEMAND_EXPIRE = "demand-expire", _("Reply overdue")
    DEMAND_RAISE = "demand-raise", _("Reply overdue, told higher up")


class Stage(TextChoices):
    """What a clock on an incident counts. HANDLE has its limit from the category, REVIEW ends on the day that was
    named, the others have theirs from StageLimit."""

    ACCEPT = "accept", _("acceptance")
    DISPATCH = "dispatch", _("dispatch")
    SIGN = "sign", _("signing")
    HANDLE = "handle", _("handling")
    REVIEW = "review", _("review")
    CHECK = "check", _("check")
    CLOSE = "close", _("closing")
    EVALUATION = "evaluation", _("evaluation")


# The clock that runs in a state. A state without one waits for nobody.
CLOCK: dict[str, Stage] = {
    State.REPORTED: Stage.ACCEPT,
    State.SELF_HANDLED: Stage.CHECK,
    State.ACCEPTED: Stage.DISPATCH,
    State.ASSIGNED: Stage.SIGN,
    State.IN_PROGRESS: Stage.HANDLE,
    State.SUSPENDED: Stage.REVIEW,
    State.REWORK: Stage.HANDLE,
    State.RESOLVED: Stage.CHECK,
    State.VERIFIED: Stage.CLOSE,
    State.CLOSED: Stage.EVALUATION,
}

OPEN = frozenset({State.REPORTED, State.SELF_HANDLED, State.ACCEPTED, State.ASSIGNED, State.IN_PROGRESS,
                  State.SUSPENDED, State.REWORK, State.RESOLVED, State.VERIFIED})
BEING_HANDLED = frozenset({State.ASSIGNED, State.IN_PROGRESS, State.REWORK})
NOT_INTO = frozenset({State.MERGED, State.REJECTED, State.CANCELLED})  # nothing is merged into these
TO_BE_CHECKED = frozenset({State.RESOLVED, State.SELF_HANDLED})


class Turn(Enum):
    """What an act does to the clocks.

    KEEP: nothing. NEXT: stop the running one, start that of the target, even if it is the same state. VOID: the
    same, but what ran does not count. REST: the handling clock pauses while another runs. WAKE: it goes on.
    """

    KEEP, NEXT, VOID, REST, WAKE = range(5)


@dataclass(frozen=True)
class Rule:
    """From which states an act may be done, where it leads (None: the state stays), and what the clocks do.
    `verb` is the word in the audit log."""

    sources: frozenset[State]
    target: State | None
    verb: str
    turn: Turn = Turn.NEXT


def _stays(sources: frozenset[State], verb: str) -> Rule:
    return Rule(sources, None, verb, Turn.KEEP)


_REPORTED, _ACCEPTED = frozenset({State.REPORTED}), frozenset({State.ACCEPTED})
_BEFORE_DISPATCH, _AT_WORK = _REPORTED | _ACCEPTED, frozenset({State.IN_PROGRESS, State.REWORK})

RULES: dict[str, Rule] = {
    Act.REPORT: Rule(frozenset(), State.REPORTED, "incident.reported"),
    Act.LOCATE: _stays(OPEN, "incident.located"),
    Act.CORRECT: _stays(_BEFORE_DISPATCH, "incident.corrected"),
    Act.SELF_HANDLE: Rule(_REPORTED, State.SELF_HANDLED, "incident.self-handled"),
    Act.ACCEPT: Rule(_REPORTED, State.ACCEPTED, "incident.accepted"),
    Act.REJECT: Rule(_REPORTED, State.REJECTED, "incident.rejected"),
    Act.MERGE: Rule(_BEFORE_DISPATCH, State.MERGED, "incident.merged", Turn.VOID),
    Act.UNMERGE: Rule(frozenset({State.MERGED}), State.REPORTED, "incident.unmerged"),
    Act.CANCEL: Rule(_BEFORE_DISPATCH, State.CANCELLED, "incident.cancelled", Turn.VOID),
    Act.ASSIGN: Rule(_ACCEPTED, State.ASSIGNED, "incident.assigned"),
    Act.DECIDE: Rule(_ACCEPTED, State.ASSIGNED, "incident.decided"),
    Act.ESCALATE: Rule(_ACCEPTED, State.ACCEPTED, "incident.escalated"),
    Act.HAND_DOWN: Rule(_ACCEPTED, State.ACCEPTED, "incident.handed-down"),
    Act.MEDIATE: Rule(_ACCEPTED, State.IN_PROGRESS, "incident.mediated"),
    Act.SIGN: Rule(frozenset({State.ASSIGNED}), State.IN_PROGRESS, "incident.signed"),
    # What a department returns was never its to sign for; what is taken from it was not its to finish.
    Act.RETURN: Rule(frozenset({State.ASSIGNED}), State.ACCEPTED, "incident.returned", Turn.VOID),
    Act.RECALL: Rule(BEING_HANDLED, State.ACCEPTED, "incident.recalled", Turn.VOID),
    Act.RESOLVE: Rule(_AT_WORK, State.RESOLVED, "incident.resolved"),
    Act.SUSPEND: Rule(_AT_WORK, State.SUSPENDED, "incident.suspended", Turn.REST),
    Act.RESUME: Rule(frozenset({State.SUSPENDED}), State.IN_PROGRESS, "incident.resumed", Turn.WAKE),
    Act.VERIFY: Rule(TO_BE_CHECKED, State.VERIFIED, "incident.verified"),
    Act.REWORK: Rule(TO_BE_CHECKED, State.REWORK, "incident.reworked"),
    Act.CLOSE: Rule(frozenset({State.VERIFIED}), State.CLOSED, "incident.closed"),
    Act.JUDGE: Rule(frozenset({State.CLOSED}), State.EVALUATED, "incident.judged"),
    Act.REOPEN: Rule(frozenset({State.CLOSED, State.EVALUATED}), State.ACCEPTED, "incident.reopened"),
    Act.EXTEND: _stays(_AT_WORK, "incident.extended"),
    Act.CLEAR: Rule(frozenset({State.SELF_HANDLED}), State.CLOSED, "incident.cleared"),
    Act.WARN: _stays(OPEN, "incident.warned"),
    Act.EXPIRE: _stays(OPEN, "incident.expired"),
    Act.RAISE: _stays(OPEN, "incident.escalated"),
    Act.SETTLE: Rule(frozenset({State.IN_PROGRESS}), State.RESOLVED, "incident.settled"),
    Act.UNSETTLE: Rule(frozenset({State.IN_PROGRESS}), State.ACCEPTED, "incident.unsettled"),
    Act.LAPSE: _stays(frozenset({State.CLOSED}), "incident.lapsed"),
    Act.HAND_OVER: _stays(OPEN, "incident.handed-over"),
    Act.REMIND: _stays(OPEN, "incident.reminded"),
}

# What offices ask of each other. To open it, the incident has to be in one of these states; where it stands never
# changes by it.
ASKED_IN: dict[str, frozenset[State]] = {
    Act.ASK_EXTENSION: _AT_WORK,
    Act.ASK_SUSPENSION: _AT_WORK,
    Act.SUPERVISE: OPEN - {State.SUSPENDED},
    Act.WHISTLE: _ACCEPTED | BEING_HANDLED,
    Act.GIVE_TASK: BEING_HANDLED,
}
# What follows obeys the state of the demand, which does not outlive an open incident. With the word in the audit log.
FOLLOWS: dict[str, str] = {
    Act.GRANT: "granted", Act.REFUSE: "refused", Act.PASS_ON: "passed-on", Act.TAKE: "taken", Act.DECLINE: "declined",
    Act.PROGRESS: "progressed", Act.ARRIVE: "arrived", Act.ANSWER: "answered", Act.SEND_BACK: "sent-back",
    Act.CONCLUDE: "concluded", Act.RATE: "rated", Act.TAKE_BACK: "taken-back", Act.FALL: "fallen", Act.ORDER: "ordered",
    Act.DEMAND_WARN: "warned", Act.DEMAND_EXPIRE: "expired", Act.DEMAND_RAISE: "escalated",
}
RULES |= {act: _stays(sources, "demand.asked") for act, sources in ASKED_IN.items()}
RULES |= {act: _stays(OPEN, f"demand.{word}") for act, word in FOLLOWS.items()}

# What people do, in the order in which a page offers it: the first that is allowed is the main one.
OFFERED = (Act.LOCATE, Act.ACCEPT, Act.DECIDE, Act.MEDIATE, Act.ASSIGN, Act.SIGN, Act.RESOLVE, Act.VERIFY, Act.CLOSE,
           Act.JUDGE, Act.SELF_HANDLE, Act.RESUME, Act.ESCALATE, Act.HAND_DOWN, Act.CORRECT, Act.MERGE, Act.RETURN,
           Act.REWORK, *ASKED_IN, Act.RECALL, Act.SUSPEND, Act.REJECT, Act.CANCEL, Act.UNMERGE, Act.REOPEN)
