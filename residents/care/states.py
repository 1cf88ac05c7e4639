"""The states of a referral and of an application for aid, and the acts that move them, as data (domain.md §5.8)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    WRITTEN = "written", _("Written down, not sent")
    REQUESTED = "requested", _("Sent to the agency")
    RETURNED = "returned", _("Sent back by the agency")
    ACCEPTED = "accepted", _("The agency has said yes")
    SERVING = "serving", _("Help is being given")
    ENDED = "ended", _("Help has ended")
    RESTRICTED = "restricted", _("Stored, not used")


class Act(TextChoices):
    """What is done to a referral: the word of URL, right, action and template."""

    WRITE = "write", _("Write a referral down")
    SEND = "send", _("Send to an agency")
    ACCEPT = "accept", _("Say yes")
    RETURN = "return", _("Send back")
    BEGIN = "begin", _("Help begins")
    END = "end", _("Help ends")
    DROP = "drop", _("Take the referral back")
    ASSIGN = "assign", _("Ask a grid worker")
    REPORT = "report", _("A grid worker has been there")
    HAND_OVER = "hand-over", _("Hand over to a colleague")
    WITHDRAW = "withdraw", _("Consent is taken back")

    # What the clock or a rule brings about.
    RESTRICT = "restrict", _("Restricted")
    WARN = "warn", _("Warned that the time is near")
    LATE = "late", _("Time limit passed")
    RAISE = "raise", _("Long past the time limit")


class Stage(TextChoices):
    """What a clock on a referral counts."""

    ANSWER = "answer", _("answer of the agency")
    BEGIN = "begin", _("beginning of the help")
    SERVE = "serve", _("end of the help")
    GO_ON = "go_on", _("what becomes of it after it came back")


CLOCK: dict[str, Stage] = {
    State.REQUESTED: Stage.ANSWER,
    State.ACCEPTED: Stage.BEGIN,
    State.SERVING: Stage.SERVE,
    State.RETURNED: Stage.GO_ON,
}

OF_AGENCY = frozenset({State.REQUESTED, State.ACCEPTED, State.SERVING})  # the agency has to act
SHOWN_TO_AGENCY = OF_AGENCY | {State.ENDED}  # what it sent back is no longer its business
OPEN = frozenset({State.WRITTEN, State.RETURNED}) | OF_AGENCY
HELPED = frozenset({State.ACCEPTED, State.SERVING})

# act: from which states, and where it leads. None: it stays.
TRANSITIONS: dict[Act, tuple[frozenset[State], State | None]] = {
    Act.WRITE: (frozenset(), State.WRITTEN),
    Act.SEND: (frozenset({State.WRITTEN, State.RETURNED}), State.REQUESTED),
    Act.ACCEPT: (frozenset({State.REQUESTED}), State.ACCEPTED),
    Act.RETURN: (frozenset({State.REQUESTED, State.ACCEPTED}), State.RETURNED),
    Act.BEGIN: (frozenset({State.ACCEPTED}), State.SERVING),
    Act.END: (HELPED, State.ENDED),
    Act.DROP: (frozenset({State.WRITTEN, State.REQUESTED, State.RETURNED}), State.ENDED),
    Act.ASSIGN: (HELPED, None),
    Act.REPORT: (HELPED | {State.ENDED}, None),
    Act.HAND_OVER: (OPEN, None),
    Act.WITHDRAW: (OPEN - {State.WRITTEN} | {State.ENDED}, State.RESTRICTED),
    Act.RESTRICT: (OPEN | {State.ENDED}, State.RESTRICTED),
    Act.WARN: (OF_AGENCY | {State.RETURNED}, None),
    Act.LATE: (OF_AGENCY | {State.RETURNED}, None),
    Act.RAISE: (OF_AGENCY | {State.RETURNED}, None),
}


def allowed(act: str, state: str) -> bool:
    """May `act` be done to a referral in `state`? Raises KeyError for an act that nobody wrote down."""
    return state in TRANSITIONS[act][0]


TONES = {
    State.WRITTEN: "wait", State.REQUESTED: "wait", State.RETURNED: "alert", State.ACCEPTED: "work",
    State.SERVING: "work", State.ENDED: "done",
}


class AidState(TextChoices):
    APPLIED = "applied", _("Applied for")
    GRANTED = "granted", _("Aid granted")
    REFUSED = "refused", _("Aid refused")
    PAID = "paid", _("Paid out")
    WITHDRAWN = "withdrawn", _("Application taken back")


class AidAct(TextChoices):
    APPLY = "apply", _("Apply for aid")
    GRANT = "grant", _("Grant the aid")
    REFUSE = "refuse", _("Do not grant")
    PAY = "pay", _("Write down a payment")
    TAKE_BACK = "take-back", _("Take the application back")
    LAPSE = "lapse", _("The referral has ended")


AID_STEPS: dict[AidAct, tuple[frozenset[AidState], AidState | None]] = {
    AidAct.APPLY: (frozenset(), AidState.APPLIED),
    AidAct.GRANT: (frozenset({AidState.APPLIED}), AidState.GRANTED),
    AidAct.REFUSE: (frozenset({AidState.APPLIED}), AidState.REFUSED),
    AidAct.PAY: (frozenset({AidState.GRANTED}), None),  # the last one makes it paid out
    AidAct.TAKE_BACK: (frozenset({AidState.APPLIED}), AidState.WITHDRAWN),
    AidAct.LAPSE: (frozenset({AidState.APPLIED}), AidState.WITHDRAWN),
}
AID_TONES = {AidState.APPLIED: "wait", AidState.GRANTED: "work", AidState.PAID: "done", AidState.REFUSED: "off"}
