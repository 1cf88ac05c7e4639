"""What the papers say of a case. The designs know these and no model; this package alone knows where they come from.

`of(case, clear=True)` holds names, numbers and phones in clear: every use of it is logged with its purpose
(actions.make_papers, actions.archive_case). Without `clear` persons are masked, enough to see what the dossier needs.
"""

from dataclasses import replace
from datetime import date, datetime

from django.utils.timezone import localdate

from ...models import Case
from ...models.cases import Source
from ..models import FileNumber
from ..wording import dispute
from . import after, people, work
from .told import (
    AddendumFacts,
    CaseFacts,
    ConfirmationFacts,
    EvidenceFacts,
    ExpertFacts,
    FollowUpFacts,
    InquiryFacts,
    InvitedFacts,
    PanelFacts,
    PartyFacts,
    PerformanceFacts,
    SessionFacts,
)

__all__ = ["AddendumFacts", "CaseFacts", "ConfirmationFacts", "EvidenceFacts", "ExpertFacts", "FollowUpFacts",
           "InquiryFacts", "InvitedFacts", "PanelFacts", "PartyFacts", "PerformanceFacts", "SessionFacts", "of"]


def of(case: Case, *, clear: bool) -> CaseFacts:
    """What a paper says of the case and its last round. Without `clear`: persons masked, nothing of what was said."""
    last, mediators = case.round, work.mediators(case)
    found = CaseFacts(
        number=case.number, file_number=FileNumber.text_of(case), org=case.org.name if case.org else "",
        channel=case.org.kind if case.org else case.channel, center=case.center.name if case.center else "",
        category=dispute(case.category.name), by_application=case.source == Source.APPLICATION,
        summary=case.summary, place=case.place, happened_on=case.happened_on,
        registered_on=localdate(case.registered_at), registered_by=case.registered_by.name, state=case.state,
        accepted_on=_day(case.accepted_at), refused_on=_day(case.refused_at), refused_reason=case.refused_reason,
        mediators=mediators, outcome=case.outcome, advice=case.advice, parties=tuple(people.people(case, clear)),
        inquiries=tuple(work.inquiries(case, clear)), evidence=tuple(work.evidence(case)),
        panels=tuple(work.panels(case)), invited=tuple(work.invited(case, clear)),
        sessions=tuple(work.sessions(case, last, mediators)))
    if last is not None:
        found = replace(
            found, concluded_on=_day(last.ended_at), end=last.end, agreement_form=last.agreement_form,
            agreement=last.agreement, amount=last.amount, effective_on=_day(last.effective_at), issues=last.facts,
            responsibility=last.responsibility, manner=last.manner, term=last.term, copies=last.copies,
            performances=tuple(after.performances(case, last, clear)), follow_ups=tuple(after.follow_ups(last, clear)),
            confirmation=after.confirmation(last),
            failed_reason=last.get_failed_reason_display(), advice=last.advice or case.advice, rounds=last.number)
    return found if clear else _without_words(found)


def _without_words(found: CaseFacts) -> CaseFacts:
    """What was said is for papers that are made for a purpose."""
    return replace(
        found, summary="", issues="", responsibility="", agreement="", manner="", term="", advice="",
        sessions=tuple(replace(one, participants="", record="", addenda=()) for one in found.sessions),
        inquiries=tuple(replace(one, record="") for one in found.inquiries),
        panels=tuple(replace(one, question="", opinion="", plan="") for one in found.panels))


def _day(moment: datetime | None) -> date | None:
    return moment and localdate(moment)
