"""Cases for the role matrix and the query counts."""

import uuid

from mediation.joint import actions as joint
from mediation.models import MediationCenter
from mediation.papers import actions as papers
from tests.mediation import story
from tests.mediation.after import story as after
from tests.mediation.network import samples as network
from tests.mediation.screening import samples as screening
from tests.mediation.story import STAGES
from tests.mediation.work import CASE_FOR


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


def archived(cast):
    """A case whose dossier is put away; every original lies in the folder."""
    story.network(cast)
    case = story.agreed(cast)
    for item in papers.gaps(case):
        papers.file_original(case, by=cast.wu, at=story.AT, item=item, uuid=uuid.uuid4(), pages=1)
    papers.archive_case(case, by=cast.wu, at=story.AT, retention="long")
    return case


def offered_to(how):
    """A sample that makes the network and a case offered within it or outside."""

    def make(cast):
        story.network(cast)
        return how(cast)

    return make


def with_partner(cast):
    """A case that another body was invited to."""
    story.network(cast)
    case = story.mediating(cast)
    joint.invite(case, by=cast.wu, at=story.AT, reason="释法。", body_name="区司法局")
    return case


def from_court(cast):
    """A settled case that the court had given us."""
    story.network(cast)
    return story.agreed(cast, source="court", external_ref="（2026）川0116民初7号")


def notice(cast) -> dict:
    """The notice of rights of a case."""
    case = case_at("mediating")(cast)
    return {"matter": case, "pk": case.pk, "kind": "rights"}


def work_on(make):
    """A sample of a case on which something is done."""

    def made(cast):
        story.network(cast)
        return make(cast)

    return made


SAMPLES = {
    "mediation:case-archive": case_at("agreed"),
    "mediation:case-take-out": archived,
    "mediation:paper-list": case_at("mediating"),
    "mediation:paper-print": case_at("mediating"),
    "mediation:dossier-open": lambda cast: {"matter": (case := archived(cast)), "pk": case.pk,
                                            "dossier": case.dossiers.get().pk},
    "mediation:paper-file": lambda cast: {"matter": (case := case_at("mediating")(cast)), "pk": case.pk,
                                          "kind": "rights", "subject": 0},
    **{f"mediation:case-{act}": work_on(make) for act, make in CASE_FOR.items()},
    "mediation:case-detail": case_at("mediating"),
    "mediation:case-accept": case_at("registered"),
    "mediation:case-refuse": case_at("registered"),
    "mediation:case-join": case_at("registered"),
    "mediation:case-part": case_at("joined"),
    "mediation:case-correct": case_at("registered"),
    "mediation:case-add-party": case_at("registered"),
    "mediation:case-correct-party": case_at("mediating"),
    "mediation:case-remove-party": case_at("registered"),
    "mediation:case-represent": case_at("registered"),
    "mediation:case-dismiss": case_at("registered"),
    "mediation:case-consent": case_at("mediating"),
    "mediation:case-notice": notice,
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
    "mediation:case-open": case_at("mediating"),
    "mediation:case-openings": case_at("mediating"),
    **network.SAMPLES,
    **screening.SAMPLES,
    "mediation:case-transfer": case_at("accepted"),
    "mediation:case-take": offered_to(story.offered),
    "mediation:case-hand-back": offered_to(story.offered),
    "mediation:case-recall": offered_to(story.offered),
    "mediation:case-move-out": offered_to(story.offered_outside),
    "mediation:case-invite": case_at("mediating"),
    "mediation:case-partner": with_partner,
    "mediation:case-report-result": from_court,
    "api:case-detail": case_at("mediating"),
    "api:case-transition": case_at("mediating"),
}


def cases_met(cast, n: int) -> None:
    """So many cases with a session each, settled and failed by turns."""
    if not MediationCenter.objects.exists():
        story.network(cast)
    for number in range(n):
        (story.agreed if number % 2 else story.failed)(cast)


LISTS = {"mediation:case-list": ("wu", cases), "mediation:session-list": ("wu", cases_met),
         "mediation:figures": ("chen", cases_met), "mediation:duty-list": ("wu", duties),
         **network.LISTS, **screening.LISTS}
