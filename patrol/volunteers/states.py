"""The states of a volunteer, and the acts that move them, as data (domain.md §5.4).

    apply ──> APPLIED ──verify──> VERIFIED ──activate──> ACTIVE <──resume── SUSPENDED
                 │                    │                    │ └────suspend────> │
               refuse                 └──────── withdraw ──┴───────────────────┘
                 v                                         v
              REFUSED                                  WITHDRAWN
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    APPLIED = "applied", _("Has applied")
    VERIFIED = "verified", _("Identity seen")
    ACTIVE = "active", _("In active service")
    SUSPENDED = "suspended", _("Pauses")
    WITHDRAWN = "withdrawn", _("Has withdrawn")
    REFUSED = "refused", _("Not accepted as a volunteer")


class Act(TextChoices):
    """What is done to a volunteer: the word of URL, right, action and template."""

    APPLY = "apply", _("Apply as a volunteer")
    VERIFY = "verify", _("Identity is seen")
    ACTIVATE = "activate", _("Take into service")
    SUSPEND = "suspend", _("Let pause")
    RESUME = "resume", _("Serve again")
    REFUSE = "refuse", _("Do not take on")
    WITHDRAW = "withdraw", _("Enter the withdrawal")
    CORRECT = "correct", _("Put the entry right")
    TRAIN = "train", _("Write down a training")
    INSURE = "insure", _("Write down an insurance")
    BIND = "bind", _("Bind an account")
    CERTIFY = "certify", _("Certify the hours")


STAYS = frozenset({State.APPLIED, State.VERIFIED, State.ACTIVE, State.SUSPENDED})
KNOWN = frozenset({State.VERIFIED, State.ACTIVE, State.SUSPENDED})  # identity seen: nobody is here twice
SERVING = frozenset({State.VERIFIED, State.ACTIVE})
OVER = frozenset({State.WITHDRAWN, State.REFUSED})

# act: from which states, and where it leads (None: it stays).
TRANSITIONS: dict[Act, tuple[frozenset[State], State | None]] = {
    Act.APPLY: (frozenset(), State.APPLIED),
    Act.VERIFY: (frozenset({State.APPLIED}), State.VERIFIED),
    Act.ACTIVATE: (frozenset({State.VERIFIED}), State.ACTIVE),
    Act.SUSPEND: (frozenset({State.ACTIVE}), State.SUSPENDED),
    Act.RESUME: (frozenset({State.SUSPENDED}), State.ACTIVE),
    Act.REFUSE: (frozenset({State.APPLIED}), State.REFUSED),
    Act.WITHDRAW: (STAYS, State.WITHDRAWN),
    Act.CORRECT: (STAYS, None),
    Act.TRAIN: (KNOWN, None),
    Act.INSURE: (KNOWN, None),
    Act.BIND: (KNOWN, None),
    # Also after the withdrawal, until the name is forgotten: the record of hours is theirs (art. 19).
    Act.CERTIFY: (KNOWN | {State.WITHDRAWN}, None),
}


def allowed(act: str, state: str) -> bool:
    """May `act` be done to a volunteer in `state`? Raises KeyError for an act that nobody wrote down."""
    return state in TRANSITIONS[act][0]


TONES = {State.APPLIED: "wait", State.VERIFIED: "check", State.ACTIVE: "done", State.SUSPENDED: "off"}
