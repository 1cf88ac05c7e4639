"""Each paper: how it is drawn, when a case can have it, and whether its dossier must (domain.md §4.5)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from shuangliu.typesetting.layout import Paper

from ..facts import CaseFacts
from ..models import Kind
from . import after, ending, intake, work

Subjects = list[tuple[int, str]]


def whole_case(case: CaseFacts) -> Subjects:
    return [(0, "")]


@dataclass(frozen=True)
class Design:
    """`fits`: the case can have it now. `must`: its dossier is not complete without. `why` says so. `about` names
    what there is one paper of each for: sessions, payments."""

    kind: Kind
    draw: Callable[[CaseFacts, int], Paper]
    must: Callable[[CaseFacts], bool]
    why: str | Promise
    fits: Callable[[CaseFacts], bool] = lambda case: bool(case.accepted_on)
    about: Callable[[CaseFacts], Subjects] = whole_case


def _never(case: CaseFacts) -> bool:
    return False


def _always(case: CaseFacts) -> bool:
    return True


def _agreed(case: CaseFacts) -> bool:
    return case.end == "agreed"


def _last_round(case: CaseFacts) -> Subjects:
    """An agreement belongs to its round; after a breach there may be another one."""
    return [(case.rounds, "")]


def _sessions(case: CaseFacts) -> Subjects:
    return [(one.pk, f"{one.held_at:%Y-%m-%d %H:%M}") for one in case.sessions] or [(0, "")]


def _payments(case: CaseFacts) -> Subjects:
    return [(one.pk, one.what) for one in case.performances] or [(0, "")]


def _visits(case: CaseFacts) -> Subjects:
    return [(one.pk, f"{one.on:%Y-%m-%d}") for one in case.follow_ups] or [(0, "")]


def _agents(case: CaseFacts) -> Subjects:
    return [(one.pk, one.name) for one in case.agents] or [(0, "")]


def _inquiries(case: CaseFacts) -> Subjects:
    return [(one.pk, f"{one.held_at:%Y-%m-%d %H:%M}") for one in case.inquiries] or [(0, "")]


def _panels(case: CaseFacts) -> Subjects:
    return [(one.pk, f"{one.on:%Y-%m-%d}") for one in case.panels]


# In the order of the dossier.
DESIGNS: dict[str, Design] = {design.kind.value: design for design in (
    Design(Kind.APPLICATION, intake.application, lambda case: case.by_application,
           _("The dispute came in by application of a party."), fits=lambda case: case.by_application),
    Design(Kind.REGISTRATION, intake.registration, lambda case: not case.by_application,
           _("Needed where the committee mediates on its own initiative or the dispute was referred.")),
    Design(Kind.RIGHTS, intake.rights, _always, _("The parties must be told of their rights (art. 23, 24).")),
    Design(Kind.IDENTITY, intake.identity, _always, _("Copies of identity cards or business licences.")),
    Design(Kind.AUTHORISATION, intake.authorisation, lambda case: bool(case.agents),
           _("Needed where somebody acts for a party."), about=_agents),
    Design(Kind.INVESTIGATION, work.investigation, lambda case: bool(case.inquiries),
           _("Needed where an inquiry was made."), about=_inquiries),
    Design(Kind.EVIDENCE, work.evidence, lambda case: bool(case.evidence), _("Needed where evidence was handed in.")),
    Design(Kind.PANEL, work.panel, lambda case: bool(case.panels), _("Needed where experts gave their opinion."),
           fits=lambda case: bool(case.panels), about=_panels),
    Design(Kind.SESSION, work.session, lambda case: bool(case.sessions),
           _("Each session needs its signed record (art. 27)."), about=_sessions),
    Design(Kind.AGREEMENT, ending.agreement, lambda case: _agreed(case) and case.agreement_form == "written",
           _("The agreement was made in writing (art. 28, 29)."),
           fits=lambda case: _agreed(case) and case.agreement_form == "written", about=_last_round),
    Design(Kind.ORAL_AGREEMENT, ending.oral_agreement, lambda case: _agreed(case) and case.agreement_form == "oral",
           _("The agreement was made orally; the mediator records it (art. 28)."),
           fits=lambda case: _agreed(case) and case.agreement_form == "oral", about=_last_round),
    Design(Kind.TERMINATION, ending.termination, lambda case: case.end == "failed",
           _("Without agreement the parties are told of the other ways (art. 26)."),
           fits=lambda case: case.end == "failed", about=_last_round),
    Design(Kind.RECEIPT, after.receipt, _never, _("If needed: proof that what was agreed was done."),
           fits=_agreed, about=_payments),
    Design(Kind.FOLLOW_UP, after.follow_up, lambda case: bool(case.follow_ups),
           _("Needed where a follow-up was made."), fits=_agreed, about=_visits),
    Design(Kind.CONFIRMATION, after.confirmation, lambda case: case.confirmation is not None,
           _("Needed where judicial confirmation was applied for (art. 33)."),
           fits=lambda case: _agreed(case) and case.agreement_form == "written"),
    Design(Kind.REFUSAL, intake.refusal, _never, _("The applicant hears the reason."),
           fits=lambda case: case.refused_on is not None),
)}
