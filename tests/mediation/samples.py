"""Cases for the role matrix and the query counts."""

from mediation.models import MediationCenter
from tests.mediation import story
from tests.mediation.after import story as after
from tests.mediation.story import STAGES


def case_at(state: str):
    """A sample that makes the network and one case in this state."""

    def make(cast):
        story.network(cast)
        return STAGES[state](cast)

    return make


def case_after(stage: str):
    """The same for what comes after the end."""

    def make(cast):
        story.network(cast)
        return after.STAGES[stage](cast)

    return make


def duties(cast, n: int) -> None:
    """So many cases of which something is due."""
    if not MediationCenter.objects.exists():
        story.network(cast)
    for _ in range(n):
        after.agreed(cast)


def cases(cast, n: int) -> None:
    """So many cases that wait for Wu; the network is made once."""
    if not MediationCenter.objects.exists():
        story.network(cast)
    for _ in range(n):
        story.registered(cast)


SAMPLES = {
    "mediation:case-detail": case_at("mediating"),
    "mediation:case-accept": case_at("registered"),
    "mediation:case-refuse": case_at("registered"),
    "mediation:case-assign": case_at("accepted"),
    "mediation:case-reassign": case_at("mediating"),
    "mediation:case-session": case_at("assigned"),
    "mediation:case-agree": case_at("mediating"),
    "mediation:case-fail": case_at("mediating"),
    "mediation:case-retry": case_at("mediating"),
    "mediation:case-move-up": case_at("mediating"),
    "mediation:case-reopen": case_at("agreed"),
    "mediation:case-reveal": case_at("mediating"),
    "mediation:case-sign": case_after("unsigned"),
    "mediation:case-confirm": case_after("signed"),
    "mediation:case-rule": case_after("applied"),
    "mediation:case-undo": case_after("performed"),
    **{f"mediation:case-{act}": case_after("agreed") for act in (
        "owe", "perform", "breach", "waive", "urge", "counsel", "follow-up", "suit")},
    "mediation:network-list": lambda cast: {"kind": "orgs"},
    "api:case-detail": case_at("mediating"),
    "api:case-transition": case_at("mediating"),
}
LISTS = {"mediation:case-list": ("wu", cases), "mediation:duty-list": ("wu", duties)}
