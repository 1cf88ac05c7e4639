"""What mediators did: inquiries, evidence, panels, sessions, and who helped."""

from collections.abc import Iterator

from django.utils.timezone import localdate, localtime

from ...models import Case, Session
from ...models.parties import Side
from ...models.rounds import Round
from ...records.models import Evidence
from ...team.members import serving
from ...team.models import Invited
from ..wording import day
from .told import (
    AddendumFacts,
    EvidenceFacts,
    ExpertFacts,
    InquiryFacts,
    InvitedFacts,
    PanelFacts,
    SessionFacts,
)

BROUGHT_BY = {Evidence.BroughtBy.APPLICANT: "申请人", Evidence.BroughtBy.RESPONDENT: "被申请人",
              Evidence.BroughtBy.COMMITTEE: "调解组织收集"}
RETURNED_TO = {Side.APPLICANT: "申请人", Side.RESPONDENT: "被申请人"}
HELPS_AS = {Invited.Kind.RELATIVE: "当事人亲属", Invited.Kind.NEIGHBOUR: "邻居", Invited.Kind.COLLEAGUE: "同事",
            Invited.Kind.EXPERT: "专业人员", Invited.Kind.ORGANISATION: "社会组织", Invited.Kind.OTHER: "其他人员"}


def mediators(case: Case) -> tuple[str, ...]:
    """Who leads it, then who helps. Older records name the one who leads only."""
    team = tuple(row.mediator.name for row in serving(case))
    return team or ((case.mediator.name,) if case.mediator else ())


def sessions(case: Case, last: Round | None, team: tuple[str, ...]) -> Iterator[SessionFacts]:
    """Each with who mediated in its round."""
    for one in case.sessions.select_related("round__mediator", "by").prefetch_related("present", "addenda__by"):
        of_round = one.round.mediator
        is_now = last is not None and one.round_id == last.pk
        yield SessionFacts(
            one.pk, localtime(one.held_at), one.place, _present(one), one.record,
            team if is_now or of_round is None else (of_round.name,), one.is_public, one.by.name,
            tuple(AddendumFacts(localdate(more.recorded_at), more.by.name, more.text) for more in one.addenda.all()))


def _present(one: Session) -> str:
    """The parties who were ticked as present, then the others as they were written down."""
    return "、".join(filter(None, [*(party.name for party in one.present.all()), one.participants]))


def inquiries(case: Case, clear: bool) -> Iterator[InquiryFacts]:
    for one in case.investigations.select_related("by"):
        yield InquiryFacts(one.pk, localtime(one.held_at), one.place, one.asked if clear else one.masked_asked,
                           one.record, one.by.name)


def evidence(case: Case) -> Iterator[EvidenceFacts]:
    for one in case.evidences.all():
        returned = f"原件{day(one.returned_on)}已退还{RETURNED_TO[one.returned_to]}" if one.returned_on else ""
        yield EvidenceFacts(one.name, BROUGHT_BY[one.brought_by], "原件" if one.is_original else "复印件",
                            one.received_on, one.pieces, returned)


def panels(case: Case) -> Iterator[PanelFacts]:
    """Those that have answered."""
    for one in case.panels.exclude(answered_at=None).prefetch_related("members"):
        experts = tuple(ExpertFacts(member.name, member.field, member.title) for member in one.members.all())
        yield PanelFacts(one.pk, localdate(one.recorded_at), localdate(one.answered_at), experts, one.question,
                         one.opinion, one.plan)


def invited(case: Case, clear: bool) -> Iterator[InvitedFacts]:
    """With the consent of both sides (人民调解法 art. 20)."""
    for one in case.inviteds.all():
        yield InvitedFacts(one.name if clear else one.shown_name, HELPS_AS[one.kind], one.role)
