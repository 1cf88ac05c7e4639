"""What the page of a case shows of the time after mediation."""

from dataclasses import dataclass

from grids.jurisdiction import may, posts_for
from grids.roles import MEDIATORS
from shuangliu.attachments.models import Attachment

from ..models import Case
from ..models.limits import Kind
from ..states import Act, allowed
from .actions.court import why_not_confirmable
from .models import Confirmation, FollowUp, Performance
from .room import ROOM

# What is offered beside an item, by its state.
OFFERED = {
    "owed": (Act.PERFORM, Act.BREACH, Act.URGE, Act.WAIVE),
    "breached": (Act.PERFORM, Act.URGE, Act.COUNSEL, Act.WAIVE, Act.UNDO),
    "performed": (Act.UNDO,),
    "waived": (Act.UNDO,),
}


@dataclass(frozen=True)
class Line:
    """One item with its history, its receipts and what the user can do about it."""

    item: Performance
    steps: list
    files: list
    acts: list[tuple[str, str]]


def performance(case: Case, user) -> dict | None:
    """The items of all rounds; acts for those of the last one."""
    if case.round is None:
        return None
    items = list(case.performances.for_card().select_related("round").prefetch_related("steps__by"))
    may_add = _can(case, user, Act.OWE)
    if not items and not may_add:
        return None
    can = {act: _can(case, user, act) for acts in OFFERED.values() for act in acts}
    files = _files(Performance, items)
    lines = [Line(item, list(item.steps.all()), files.get(item.pk, []),
                  [(act.value, act.label) for act in OFFERED.get(item.state, ()) if can[act]]
                  if item.round_id == case.round.pk else []) for item in items]
    return {"lines": lines, "may_add": may_add, "is_broken": any(line.item.state == "breached" for line in lines),
            "many_rounds": len({item.round_id for item in items}) > 1}


def _can(case: Case, user, act: Act) -> bool:
    return allowed(act, case.state) and may(user, f"case.{act}", case) and ROOM[act](case)


def follow_ups(case: Case, user) -> dict | None:
    """Whom one has asked and how the agreement is kept. What a party thinks of the mediation, and what it said, is
    told to those only who have to do with the case otherwise than as its mediators."""
    made = list(FollowUp.objects.filter(case=case).select_related("party", "by", "round"))
    if not made:
        return None
    return {"made": made, "is_told": tells_answers(case, user)}


def tells_answers(case: Case, user) -> bool:
    """A clerk or manager who mediates here too is a mediator to this case."""
    is_own = case.rounds.filter(mediator__user=user).exists()
    return not is_own and any(post.role not in MEDIATORS for post in posts_for(user, "case.follow-up")
                              if post.area.low <= case.area_key < post.area.high)


def court(case: Case, user) -> dict | None:
    """Confirmation by the court, or why there can be none; and what a court did later."""
    if not allowed(Act.SUIT, case.state):
        return None
    is_agreed = case.round.end == "agreed"
    applied = list(case.confirmations.all())
    reason = why_not_confirmable(case.round) if is_agreed and not applied else None
    duty = case.duties.open().filter(kind=Kind.CONFIRM).first() if is_agreed else None
    files = _files(Confirmation, applied)
    return {"applied": [(one, files.get(one.pk, [])) for one in applied], "suits": case.suits.all(), "reason": reason,
            "until": duty and duty.due_at, "is_agreed": is_agreed, "may_add": may(user, "case.suit", case)}


def _files(model, matters) -> dict[int, list]:
    found: dict[int, list] = {}
    if matters:
        rows = Attachment.objects.filter(matter_type=model._meta.label_lower, matter_id__in=[one.pk for one in matters])
        for file in rows.order_by("id"):
            found.setdefault(file.matter_id, []).append(file)
    return found
