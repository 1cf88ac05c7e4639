"""Cases for the role matrix and the query counts."""

from mediation.models import MediationCenter
from tests.mediation import story
from tests.mediation.story import STAGES
from tests.mediation.work import CASE_FOR


def case_at(state: str):
    """A sample that makes the network and one case in this state."""

    def make(cast):
        story.network(cast)
        return STAGES[state](cast)

    return make


def cases(cast, n: int) -> None:
    """So many cases that wait for Wu; the network is made once."""
    if not MediationCenter.objects.exists():
        story.network(cast)
    for _ in range(n):
        story.registered(cast)


def work_on(make):
    """A sample of a case on which something is done."""

    def made(cast):
        story.network(cast)
        return make(cast)

    return made


SAMPLES = {
    **{f"mediation:case-{act}": work_on(make) for act, make in CASE_FOR.items()},
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
    "mediation:network-list": lambda cast: {"kind": "orgs"},
    "api:case-detail": case_at("mediating"),
    "api:case-transition": case_at("mediating"),
}
LISTS = {"mediation:case-list": ("wu", cases)}
