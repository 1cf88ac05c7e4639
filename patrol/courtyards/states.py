"""The states of a courtyard, and the acts that move it, as data (domain.md §5.6)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    SURVEYED = "surveyed", _("Surveyed")
    FORMING = "forming", _("Self-government is being formed")
    GOVERNED = "governed", _("Governs itself")
    PLANNING = "planning", _("Plan is being drafted")
    VOTED = "voted", _("Plan voted by the households")
    APPROVED = "approved", _("Plan approved")
    WORKS = "works", _("Under works")
    ACCEPTED = "accepted_works", _("Works accepted")
    LONG_TERM = "long_term", _("Long-term care")
    REVIEWED = "reviewed", _("Reviewed")
    RELAPSED = "relapsed", _("Relapsed")
    GONE = "gone", _("No courtyard any more")


class Act(TextChoices):
    """What is done to a courtyard: the word of URL, right, action and template."""

    ENTER = "enter", _("Enter a courtyard")
    SURVEY = "survey", _("Survey it again")
    PROPOSE = "propose", _("Name candidates")
    ELECT = "elect", _("Enter the election")
    CHARTER = "charter", _("Enter the charter")
    RE_ELECT = "re-elect", _("Elect a new committee")
    PLAN = "plan", _("Draft the plan")
    ITEM = "item", _("Add a works item")
    VOTE = "vote", _("Enter the vote on the plan")
    ENDORSE = "endorse", _("Endorse for the town")
    APPROVE = "approve", _("Approve the plan")
    SEND_BACK = "send-back", _("Send the plan back")
    BEGIN = "begin", _("Works begin")
    PROGRESS = "progress", _("Enter progress and cost")
    ACCEPT = "accept", _("Joint acceptance")
    SETTLE = "settle", _("Settle who looks after it")
    REVIEW = "review", _("Enter the review")
    RELAPSE = "relapse", _("Enter a relapse")
    RESTART = "restart", _("Begin anew")
    STRIKE = "strike", _("Strike it off")

    # What the clock brings about.
    WARN = "warn", _("Warned that the time is near")
    LATE = "late", _("Time limit passed")
    RAISE = "raise", _("Long past the time limit")


class Stage(TextChoices):
    """What a clock on a courtyard counts."""

    FORM = "form", _("begin of self-government")
    GOVERN = "govern", _("committee and charter")
    PLAN = "plan", _("plan of the works")
    VOTE = "vote", _("vote of the households")
    APPROVE = "approve", _("approval of the plan")
    BEGIN = "begin", _("begin of the works")
    WORKS = "works", _("end of the works")
    SETTLE = "settle", _("long-term care")
    REVIEW = "review", _("review on the spot")
    RESTART = "restart", _("what becomes of a relapse")


class Turn(TextChoices):
    """Whose turn it is."""

    STATION = "station", _("workstation")
    TOWN = "town", _("sub-centre")
    COUNTY = "county", _("county platform")


# The clock that runs in a state; after the second review none (limits.py). A courtyard that lacks nothing has none.
CLOCK: dict[str, Stage] = {
    State.SURVEYED: Stage.FORM,
    State.FORMING: Stage.GOVERN,
    State.GOVERNED: Stage.PLAN,
    State.PLANNING: Stage.VOTE,
    State.VOTED: Stage.APPROVE,
    State.APPROVED: Stage.BEGIN,
    State.WORKS: Stage.WORKS,
    State.ACCEPTED: Stage.SETTLE,
    State.LONG_TERM: Stage.REVIEW,
    State.REVIEWED: Stage.REVIEW,
    State.RELAPSED: Stage.RESTART,
}

ALL = frozenset(State) - {State.GONE}
# 先自治后整治: nothing from the plan on without committee and charter; the database holds it, too.
NEEDS_GOVERNMENT = frozenset({State.GOVERNED, State.PLANNING, State.VOTED, State.APPROVED, State.WORKS})
NEEDS_APPROVAL = frozenset({State.APPROVED, State.WORKS})
BUILT = frozenset({State.ACCEPTED, State.LONG_TERM, State.REVIEWED})
# A plan under the vote or decided on is not changed; what turns up on the site is.
TAKES_ITEMS = frozenset({State.PLANNING, State.WORKS})
HAS_COMMITTEE = NEEDS_GOVERNMENT | BUILT | {State.RELAPSED}

# act: from which states, and where it leads. None: it stays; several: the action chooses.
TRANSITIONS: dict[Act, tuple[frozenset[State], State | tuple[State, ...] | None]] = {
    Act.ENTER: (frozenset(), State.SURVEYED),
    Act.SURVEY: (ALL - {State.RELAPSED}, None),
    Act.PROPOSE: (frozenset({State.SURVEYED, State.FORMING}), State.FORMING),
    # Whichever of the two comes second completes the self-government.
    Act.ELECT: (frozenset({State.FORMING}), (State.FORMING, State.GOVERNED)),
    Act.CHARTER: (frozenset({State.FORMING}), (State.FORMING, State.GOVERNED)),
    Act.RE_ELECT: (HAS_COMMITTEE, None),
    Act.PLAN: (frozenset({State.GOVERNED, State.PLANNING}), State.PLANNING),
    Act.ITEM: (TAKES_ITEMS, None),
    Act.VOTE: (frozenset({State.PLANNING}), (State.VOTED, State.PLANNING)),
    Act.ENDORSE: (frozenset({State.VOTED}), None),
    Act.APPROVE: (frozenset({State.VOTED}), State.APPROVED),
    Act.SEND_BACK: (frozenset({State.VOTED}), State.PLANNING),
    Act.BEGIN: (frozenset({State.APPROVED}), State.WORKS),
    Act.PROGRESS: (frozenset({State.WORKS}), None),
    Act.ACCEPT: (frozenset({State.WORKS}), State.ACCEPTED),
    Act.SETTLE: (frozenset({State.ACCEPTED}), State.LONG_TERM),
    Act.REVIEW: (frozenset({State.LONG_TERM, State.REVIEWED}), (State.REVIEWED, State.RELAPSED)),
    Act.RELAPSE: (BUILT, State.RELAPSED),
    Act.RESTART: (frozenset({State.RELAPSED}), (State.SURVEYED, State.GOVERNED)),
    Act.STRIKE: (ALL - {State.WORKS}, State.GONE),
    Act.WARN: (ALL, None),
    Act.LATE: (ALL, None),
    Act.RAISE: (ALL, None),
}


def allowed(act: str, state: str) -> bool:
    """May `act` be done to a courtyard in `state`? Raises KeyError for an act that nobody wrote down."""
    return state in TRANSITIONS[act][0]


# The look of a state (shuangliu/pages/tones.py): the words mean other things elsewhere.
TONES = {
    State.SURVEYED: "wait", State.FORMING: "wait", State.GOVERNED: "check", State.PLANNING: "work",
    State.VOTED: "check", State.APPROVED: "work", State.WORKS: "work", State.ACCEPTED: "done", State.LONG_TERM: "done",
    State.REVIEWED: "done", State.RELAPSED: "alert",
}
