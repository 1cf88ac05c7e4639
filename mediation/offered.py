"""Where the acts stand on the page of a case: the likely next ones in sight, those of a card on the card, the rest
folded away by subject. That is for the eye only: what may be done is said by deeds.py."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from .deed import Deed
from .models import Case, Standing
from .states import Act, State

MOST = 3  # in sight

# By state, the likeliest first; whoever may do less sees the next ones.
LIKELY: dict[str, tuple[Act, ...]] = {
    State.REGISTERED: (Act.ACCEPT, Act.REFUSE, Act.TRANSFER),
    State.TRANSFERRED: (Act.TAKE, Act.HAND_BACK, Act.MOVE_OUT, Act.RECALL),
    State.ACCEPTED: (Act.ASSIGN, Act.START_CLOCK, Act.TRANSFER, Act.INVITE),
    State.ASSIGNED: (Act.SESSION, Act.START_CLOCK, Act.FAIL, Act.REASSIGN, Act.TRANSFER, Act.MOVE_UP),
    State.MEDIATING: (Act.SESSION, Act.AGREE, Act.START_CLOCK, Act.APPRAISED, Act.FAIL, Act.REASSIGN, Act.TRANSFER,
                      Act.MOVE_UP),
    State.PANEL: (Act.ADVISE,),
    State.AGREED: (Act.SIGN, Act.RULE, Act.FOLLOW_UP, Act.CONFIRM, Act.ARCHIVE),
    State.FAILED: (Act.ARCHIVE, Act.FOLLOW_UP),
    State.ARCHIVED: (Act.RULE, Act.CONFIRM, Act.FOLLOW_UP),
}
# Of these one may be what the page is there for; the others lead the case elsewhere, or end it.
LEADS_ON = frozenset({Act.ACCEPT, Act.TAKE, Act.ASSIGN, Act.START_CLOCK, Act.SESSION, Act.ADVISE, Act.SIGN, Act.RULE,
                      Act.FOLLOW_UP, Act.CONFIRM, Act.ARCHIVE})
ENDS = (Act.FAIL, Act.REFUSE)  # a party refuses: that comes first (人民调解法 art. 17)

SUBJECTS: tuple[tuple[str, tuple[Act, ...]], ...] = (
    (_("Course of the case"), (Act.ACCEPT, Act.REFUSE, Act.ASSIGN, Act.REASSIGN, Act.SESSION, Act.CONSULT, Act.ADVISE,
                               Act.AGREE, Act.RETRY, Act.MOVE_UP, Act.FAIL, Act.REOPEN, Act.CORRECT)),
    (_("Time limit"), (Act.START_CLOCK, Act.APPRAISE, Act.APPRAISED, Act.EXTEND)),
    (_("Records and evidence"), (Act.INVESTIGATE, Act.EVIDENCE, Act.GIVE_BACK, Act.ADDENDUM, Act.PRIVATE_NOTE,
                                 Act.DEPOSIT, Act.SETTLE_DEPOSIT)),
    (_("Mediators and participants"), (Act.BRING, Act.TEAM, Act.RECUSAL, Act.DECIDE_RECUSAL)),
    (_("Other bodies"), (Act.TRANSFER, Act.TAKE, Act.HAND_BACK, Act.RECALL, Act.MOVE_OUT, Act.INVITE, Act.PARTNER,
                         Act.JOIN, Act.PART, Act.REPORT_RESULT)),
    (_("Risk and supervision"), (Act.RISK, Act.POLICE, Act.RISK_OVER, Act.MARK_MAJOR, Act.FIVE_ONES, Act.PROGRESS,
                                 Act.SUPERVISE, Act.REPLY)),
    (_("After mediation"), (Act.SIGN, Act.FOLLOW_UP, Act.CONFIRM, Act.RULE, Act.ARCHIVE, Act.TAKE_OUT)),
)


def likely(case: Case, deeds: Iterable[Deed]) -> list[Deed]:
    """Of what may be done now, what comes next as a rule."""
    order = LIKELY.get(case.state, ())
    if any(Standing(party).refuses for party in case.parties.all()):
        order = (*ENDS, *order)
    found = [deed for deed in deeds if deed.act in order]
    return sorted(found, key=lambda deed: order.index(deed.act))[:MOST]


def main_of(deeds: list[Deed]) -> Deed | None:
    """The one that the page is there for, where the first in sight leads on."""
    return next((deed for deed in deeds[:1] if deed.act in LEADS_ON), None)


def by_subject(deeds: Iterable[Deed]) -> list[tuple[str, list[Deed]]]:
    """The acts under their subjects, in the order of SUBJECTS."""
    known = {deed.act: deed for deed in deeds}
    groups = [(label, [known[act] for act in acts if act in known]) for label, acts in SUBJECTS]
    return [(label, found) for label, found in groups if found]
