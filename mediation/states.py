"""The states of a case, and the acts that move it (domain.md §5.2). Data: actions/ does the moving."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    REGISTERED = "registered", _("Case registered")
    NOT_ACCEPTED = "not_accepted", _("Not taken on")
    JOINED = "joined", _("Goes on in another case")
    TRANSFERRED = "transferred", _("Offered to another body")
    ACCEPTED = "accepted", _("Taken on")
    ASSIGNED = "assigned", _("Mediator appointed")
    MEDIATING = "mediating", _("In mediation")
    PANEL = "panel", _("With the expert panel")
    AGREED = "agreed", _("Agreement reached")
    FAILED = "failed", _("Mediation failed")
    MOVED = "moved", _("Gone to another body")
    ARCHIVED = "archived", _("Filed")


class Act(models.TextChoices):
    """What is done to a case: the word of URL, right, action and template."""

    REGISTER = "register", _("Register")
    ACCEPT = "accept", _("Accept")
    REFUSE = "refuse", _("Do not accept")
    JOIN = "join", _("Join to another case")
    PART = "part", _("Part the cases again")
    TRANSFER = "transfer", _("Offer to another body")
    TAKE = "take", _("Take on what was offered")
    HAND_BACK = "hand-back", _("Hand back")
    RECALL = "recall", _("Take back")
    MOVE_OUT = "move-out", _("Has gone to another body")
    ASSIGN = "assign", _("Appoint a mediator")
    REASSIGN = "reassign", _("Appoint another mediator")
    SESSION = "session", _("Record a session")
    CONSULT = "consult", _("Call an expert panel")
    ADVISE = "advise", _("Enter the panel's opinion")
    AGREE = "agree", _("Agreement reached")
    RETRY = "retry", _("Try once more")
    MOVE_UP = "move-up", _("Hand up to the next level")
    FAIL = "fail", _("Mediation failed")
    REOPEN = "reopen", _("Mediate again")
    ARCHIVE = "archive", _("File the dossier")
    TAKE_OUT = "take-out", _("Take out of the archive")
    # After the end
    SIGN = "sign", _("Signed and sealed")
    OWE = "owe", _("Add what is to be performed")
    PERFORM = "perform", _("Record performance")
    BREACH = "breach", _("Record a breach")
    WAIVE = "waive", _("Waive it")
    URGE = "urge", _("Record an urging")
    COUNSEL = "counsel", _("Tell the ways to court")
    UNDO = "undo", _("Put a tick right")
    FOLLOW_UP = "follow-up", _("Record a follow-up")
    CONFIRM = "confirm", _("Applied for judicial confirmation")
    RULE = "rule", _("Enter the court's decision")
    SUIT = "suit", _("Record later proceedings")
    INVITE = "invite", _("Invite to mediate together")
    PARTNER = "partner", _("Note a partner's part")
    REPORT_RESULT = "report-result", _("Report the result back")
    CORRECT = "correct", _("Correct the case")
    ADD_PARTY = "add-party", _("Add a party")
    CORRECT_PARTY = "correct-party", _("Correct a party")
    REMOVE_PARTY = "remove-party", _("Take a party out")
    REPRESENT = "represent", _("Enter a representative")
    DISMISS = "dismiss", _("End a representation")
    CONSENT = "consent", _("Record rights notice and consent")

    START_CLOCK = "start-clock", _("Enter the beginning of the limit")
    APPRAISE = "appraise", _("Have something appraised")
    APPRAISED = "appraised", _("The report has come")
    EXTEND = "extend", _("Extend the time limit")
    TEAM = "team", _("Set the other mediators")
    RECUSAL = "recusal", _("Note a ground for recusal")
    DECIDE_RECUSAL = "decide-recusal", _("Decide on the recusal")
    BRING = "bring", _("Invite a participant")
    ADDENDUM = "addendum", _("Add to a session record")
    PRIVATE_NOTE = "private-note", _("Note a private talk")
    INVESTIGATE = "investigate", _("Record an investigation")
    EVIDENCE = "evidence", _("Add evidence")
    GIVE_BACK = "give-back", _("Give evidence back")
    DEPOSIT = "deposit", _("Take a deposit")
    SETTLE_DEPOSIT = "settle-deposit", _("Return or use a deposit")
    MARK_MAJOR = "mark-major", _("Treat as major dispute")
    FIVE_ONES = "five-ones", _("Write the five ones")
    PROGRESS = "progress", _("Write a progress note")
    SUPERVISE = "supervise", _("Order a report")
    REPLY = "reply", _("Reply to the order")
    RISK = "risk", _("Note a risk of escalation")
    POLICE = "police", _("Report to the police")
    RISK_OVER = "risk-over", _("The risk is over")


# A clock runs, somebody must act.
OPEN = (State.REGISTERED, State.TRANSFERRED, State.ACCEPTED, State.ASSIGNED, State.MEDIATING, State.PANEL)
# Nobody has taken it on: outside every success rate. A case that is offered may have been taken on before.
UNTRIED = (State.REGISTERED, State.NOT_ACCEPTED, State.JOINED)
WITH_MEDIATOR = (State.ASSIGNED, State.MEDIATING, State.PANEL, State.AGREED)  # it may fail before one is appointed
OVER = (State.AGREED, State.FAILED)  # mediation has ended, the dossier is still open
IN_HAND = frozenset({State.ASSIGNED, State.MEDIATING, State.PANEL})  # a mediator works on it
TAKEN_ON = IN_HAND | {State.ACCEPTED}
DANGEROUS = TAKEN_ON | {State.REGISTERED, State.TRANSFERRED}  # a quarrel may turn violent before anybody took it on

# act: from which states, to which. An act with two goals names them all; its action chooses.
TRANSITIONS: dict[Act, tuple[frozenset[State], State | tuple[State, ...]]] = {
    Act.ACCEPT: (frozenset({State.REGISTERED}), State.ACCEPTED),
    Act.REFUSE: (frozenset({State.REGISTERED}), State.NOT_ACCEPTED),
    Act.JOIN: (frozenset({State.REGISTERED}), State.JOINED),
    Act.PART: (frozenset({State.JOINED}), State.REGISTERED),
    Act.TRANSFER: (frozenset({State.REGISTERED, State.ACCEPTED, State.ASSIGNED, State.MEDIATING}), State.TRANSFERRED),
    Act.TAKE: (frozenset({State.TRANSFERRED}), State.ACCEPTED),
    Act.HAND_BACK: (frozenset({State.TRANSFERRED}), (State.REGISTERED, State.ACCEPTED)),
    Act.RECALL: (frozenset({State.TRANSFERRED}), (State.REGISTERED, State.ACCEPTED)),
    Act.MOVE_OUT: (frozenset({State.TRANSFERRED}), State.MOVED),
    Act.ASSIGN: (frozenset({State.ACCEPTED}), State.ASSIGNED),
    Act.REASSIGN: (frozenset({State.ASSIGNED, State.MEDIATING}), State.ASSIGNED),
    Act.SESSION: (frozenset({State.ASSIGNED, State.MEDIATING}), State.MEDIATING),
    Act.CONSULT: (frozenset({State.ASSIGNED, State.MEDIATING}), State.PANEL),
    Act.ADVISE: (frozenset({State.PANEL}), State.MEDIATING),
    Act.AGREE: (frozenset({State.MEDIATING}), State.AGREED),
    Act.RETRY: (frozenset({State.MEDIATING}), State.ASSIGNED),
    Act.MOVE_UP: (frozenset({State.ASSIGNED, State.MEDIATING}), State.ACCEPTED),
    # A party may refuse at any time, also before a mediator is appointed (人民调解法 art. 3, 17).
    Act.FAIL: (TAKEN_ON, State.FAILED),
    # After a breach, also of what is filed already (人民调解法 art. 31).
    Act.REOPEN: (frozenset({State.AGREED, State.ARCHIVED}), State.ACCEPTED),
    Act.ARCHIVE: (frozenset({State.AGREED, State.FAILED}), State.ARCHIVED),
    Act.TAKE_OUT: (frozenset({State.ARCHIVED}), (State.AGREED, State.FAILED)),
}

# Acts that leave the state as it is: in which states they may be done.
STAYS: dict[Act, frozenset[State]] = {
    Act.SIGN: frozenset({State.AGREED}),
    Act.OWE: frozenset({State.AGREED}),
    # An agreement is kept, or not, long after its dossier was filed.
    **dict.fromkeys((Act.PERFORM, Act.BREACH, Act.WAIVE, Act.URGE, Act.COUNSEL, Act.UNDO, Act.CONFIRM, Act.RULE),
                    frozenset({State.AGREED, State.ARCHIVED})),
    **dict.fromkeys((Act.FOLLOW_UP, Act.SUIT), frozenset({State.AGREED, State.FAILED, State.ARCHIVED})),
    Act.INVITE: frozenset({State.ACCEPTED, State.ASSIGNED, State.MEDIATING, State.PANEL}),
    Act.PARTNER: frozenset({State.ACCEPTED, State.ASSIGNED, State.MEDIATING, State.PANEL, State.AGREED, State.FAILED}),
    # To the court, the police or the petition office that gave us the case.
    Act.REPORT_RESULT: frozenset({State.NOT_ACCEPTED, State.AGREED, State.FAILED, State.MOVED, State.ARCHIVED}),
    Act.CORRECT: TAKEN_ON | {State.REGISTERED},
    # Who the parties are is settled when they first meet (actions/parties.py), later only put right.
    Act.ADD_PARTY: frozenset({State.REGISTERED, State.ACCEPTED, State.ASSIGNED}),
    Act.REMOVE_PARTY: frozenset({State.REGISTERED, State.ACCEPTED, State.ASSIGNED}),
    Act.CORRECT_PARTY: frozenset({*OPEN, *OVER}),
    Act.REPRESENT: frozenset(OPEN),
    Act.DISMISS: frozenset(OPEN),
    Act.CONSENT: frozenset(OPEN),
    Act.START_CLOCK: TAKEN_ON,
    Act.APPRAISE: IN_HAND,
    Act.APPRAISED: TAKEN_ON,
    Act.EXTEND: IN_HAND,
    Act.TEAM: IN_HAND,
    Act.RECUSAL: TAKEN_ON,
    Act.DECIDE_RECUSAL: TAKEN_ON - {State.PANEL},
    Act.BRING: IN_HAND,
    Act.ADDENDUM: IN_HAND.union(OVER),
    Act.PRIVATE_NOTE: IN_HAND,
    Act.INVESTIGATE: IN_HAND,
    Act.EVIDENCE: TAKEN_ON,
    Act.GIVE_BACK: TAKEN_ON.union(OVER),
    Act.DEPOSIT: IN_HAND.union(OVER),
    Act.SETTLE_DEPOSIT: TAKEN_ON.union(OVER),
    Act.MARK_MAJOR: TAKEN_ON | {State.REGISTERED},
    Act.FIVE_ONES: TAKEN_ON,
    Act.PROGRESS: TAKEN_ON,
    Act.SUPERVISE: TAKEN_ON,
    # An order waits for its answer, whatever becomes of the case.
    Act.REPLY: frozenset(State).difference(UNTRIED),
    Act.RISK: DANGEROUS,
    Act.POLICE: DANGEROUS,
    Act.RISK_OVER: DANGEROUS.union(OVER, {State.NOT_ACCEPTED, State.JOINED, State.MOVED}),
}


def sources(act: str) -> frozenset[State]:
    """The states in which `act` may be done. Raises KeyError for an act that nobody wrote down."""
    return STAYS[act] if act in STAYS else TRANSITIONS[act][0]


def allowed(act: str, state: str) -> bool:
    """May `act` be done to a case in `state`? Raises KeyError for an act that nobody wrote down."""
    return state in sources(act)
