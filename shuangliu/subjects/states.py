"""What can be asked, how far a request has come, and the acts that move it, as data (PIPL art. 44-50)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    ACCESS = "access", _("See or copy my data")
    PORT = "port", _("Take my data to another body")
    CORRECT = "correct", _("Correct my data")
    DELETE = "delete", _("Delete my data")
    RESTRICT = "restrict", _("Keep my data, but use them no more")
    WITHDRAW = "withdraw", _("Take my consent back")
    EXPLAIN = "explain", _("Explain the rules to me")
    COMPLAIN = "complain", _("Complain about how my data are used")


GIVES_COPY = frozenset({Kind.ACCESS, Kind.PORT})
# Nothing personal is given or changed: whoever asks is answered.
ANONYMOUS = frozenset({Kind.EXPLAIN, Kind.COMPLAIN})
# What the desk itself may grant. All else is decided by somebody who has not checked the identity: data that leave the
# house, or are gone, cannot be called back.
BY_DESK = frozenset({Kind.CORRECT, Kind.WITHDRAW})


class State(TextChoices):
    RECEIVED = "received", _("Received")
    IDENTIFIED = "identified", _("Identity checked")
    DECIDED = "decided", _("Granted, to be carried out")
    CARRIED_OUT = "carried_out", _("Carried out, to be answered")
    ANSWERED = "answered", _("Answered")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Taken back")


class Act(TextChoices):
    """What is done to a request: the word of URL, right, action and template."""

    RECEIVE = "receive", _("Take a request down")
    TAKE = "take", _("Take over at this counter")
    IDENTIFY = "identify", _("Check the identity")
    REFER = "refer", _("Refer to the security administrator")
    EXTEND = "extend", _("Take more time")
    GRANT = "grant", _("Grant the request")
    REFUSE = "refuse", _("Refuse the request")
    CARRY_OUT = "carry-out", _("It is carried out")
    HAND_WORD = "hand-word", _("Hand out a word for the copy")
    ANSWER = "answer", _("Answer the person")
    WITHDRAW = "withdraw", _("The person takes it back")

    # What the person or the clock does.
    FETCH = "fetch", _("The copy was fetched")
    WARN = "warn", _("Warned that the time is near")
    LATE = "late", _("Time limit passed")
    RAISE = "raise", _("Long past the time limit")


class Turn(TextChoices):
    """Who has to act."""

    DESK = "desk", _("The desk that took it")
    ADMIN = "admin", _("The security administrator")
    NOBODY = "", _("Nobody")


OPEN = frozenset({State.RECEIVED, State.IDENTIFIED, State.DECIDED, State.CARRIED_OUT})
OVER = frozenset(State) - OPEN
TO_DECIDE = frozenset({State.RECEIVED, State.IDENTIFIED})
CHECKED = frozenset({State.IDENTIFIED, State.DECIDED, State.CARRIED_OUT})

# act: from which states, and where it leads. None: it stays.
TRANSITIONS: dict[Act, tuple[frozenset[State], State | None]] = {
    Act.RECEIVE: (frozenset(), State.RECEIVED),
    Act.TAKE: (frozenset({State.RECEIVED}), None),
    Act.IDENTIFY: (frozenset({State.RECEIVED}), State.IDENTIFIED),
    Act.REFER: (TO_DECIDE, None),
    Act.EXTEND: (OPEN, None),
    Act.GRANT: (frozenset({State.IDENTIFIED}), State.DECIDED),
    Act.REFUSE: (TO_DECIDE, State.REFUSED),
    Act.CARRY_OUT: (frozenset({State.DECIDED}), State.CARRIED_OUT),
    Act.HAND_WORD: (CHECKED | {State.ANSWERED}, None),
    Act.ANSWER: (frozenset({State.RECEIVED, State.CARRIED_OUT}), State.ANSWERED),
    Act.WITHDRAW: (TO_DECIDE, State.WITHDRAWN),
    Act.FETCH: (frozenset({State.CARRIED_OUT, State.ANSWERED}), None),
    Act.WARN: (OPEN, None),
    Act.LATE: (OPEN, None),
    Act.RAISE: (OPEN, None),
}

TONES = {State.RECEIVED: "wait", State.IDENTIFIED: "work", State.DECIDED: "work", State.CARRIED_OUT: "check",
         State.ANSWERED: "done"}


class Ground(TextChoices):
    """Why something is refused, and by which law; what fits none is said in words."""

    IDENTITY = "identity", _("Who asks has not shown who they are (Personal Information Protection Law, article 50)")
    NEEDED = "needed", _("It is still needed for the purpose it was collected for (Personal Information Protection "
                         "Law, article 47)")
    KEPT = "kept", _("A law wants it kept; it is used for nothing else (Personal Information Protection Law, article "
                     "47 (2))")
    SECRET = "secret", _("A law wants it kept secret, or telling would hinder a statutory duty (Personal Information "
                         "Protection Law, articles 18 and 35)")
    OTHERS = "others", _("It would tell the data of somebody else (Civil Code, article 1034)")
    RIGHT = "right", _("The data were checked and are right (Personal Information Protection Law, article 46)")
    REPEATED = "repeated", _("The same was answered lately, and nothing has changed since")
    OTHER = "other", _("Another ground, in words")


def turn_of(state: str, kind: str, *, is_referred: bool) -> Turn:
    """Whose turn it is in this state."""
    if state not in OPEN:
        return Turn.NOBODY
    if state in TO_DECIDE and (is_referred or kind == Kind.COMPLAIN):
        return Turn.ADMIN
    if state == State.IDENTIFIED and kind not in BY_DESK:
        return Turn.ADMIN
    return Turn.DESK
