"""What follows from an agreement: performances, follow-ups, confirmation by the court."""

from collections.abc import Iterator

from django.utils.timezone import localdate

from ...after.models.court import Result
from ...after.models.follow_up import Answer, Kept, Way
from ...after.models.performance import Due
from ...models import Case
from ...models.parties import Side
from ...models.rounds import Round
from .told import ConfirmationFacts, FollowUpFacts, PerformanceFacts

WAYS = {Way.PHONE: "电话", Way.VISIT: "上门", Way.WINDOW: "窗口"}
KEPT = {Kept.KEPT: "协议已履行。", Kept.PARTLY: "协议部分履行。",
        Kept.BROKEN: "协议未履行。", Kept.NOT_DUE: "履行期限未到。"}
ANSWERS = {Answer.SATISFIED: "满意", Answer.BASICALLY: "基本满意", Answer.UNSATISFIED: "不满意",
           Answer.REFUSED: "不愿评价"}


def performances(case: Case, one: Round, clear: bool) -> Iterator[PerformanceFacts]:
    """With whom it is owed to, where the other side is one: of several the agreement itself says to whom."""
    sides = {side: [party for party in case.parties.all() if party.role == side] for side in Side}
    for item in one.performances.exclude(state=Due.SUPERSEDED).for_card():
        payer, others = item.party, []
        if payer:
            others = sides[Side.APPLICANT if payer.role == Side.RESPONDENT else Side.RESPONDENT]
        payee = others[0] if len(others) == 1 and item.amount else None
        named = [(party.name if clear else party.masked_name) if party else "" for party in (payer, payee)]
        yield PerformanceFacts(item.pk, item.what, *named, amount=item.amount, due_on=item.day, done_on=item.done_on)


def follow_ups(one: Round, clear: bool) -> Iterator[FollowUpFacts]:
    """Attempts that reached somebody. What was answered is for clear papers only."""
    for visit in one.follow_ups.exclude(answer=Answer.UNREACHABLE).select_related("party", "by"):
        asked = visit.party.name if clear and visit.party else ""
        said = (asked and f"被回访人：{asked}", KEPT.get(visit.kept), *_alarms(visit), visit.note)
        yield FollowUpFacts(visit.pk, localdate(visit.made_at), visit.by.name, WAYS[visit.way],
                            "\n".join(filter(None, said)) if clear else "",
                            ANSWERS.get(visit.answer, "") if clear else "")


def _alarms(visit) -> Iterator[str]:
    """What the form of 2010 asks of every follow-up."""
    yield "当事人已提起诉讼。" if visit.has_sued else "当事人未提起诉讼。"
    yield "有错误调解的迹象。" if visit.is_wrong else "未发现错误调解。"
    yield "有矛盾激化的可能。" if visit.may_escalate else "无矛盾激化迹象。"


def confirmation(one: Round) -> ConfirmationFacts | None:
    found = one.confirmations.exclude(result=Result.WITHDRAWN).first()
    return found and ConfirmationFacts(found.court, found.applied_on, found.result, found.document_number)
