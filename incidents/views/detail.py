"""One incident: what, where, how far, and what I may do now."""

from types import SimpleNamespace

from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, holds, may
from shuangliu import attachments, deadlines
from shuangliu.attachments.models import Role
from shuangliu.pages.access import SIGNED_IN, allows
from shuangliu.worklists import presence

from .. import besides, texts
from ..deeds import may_relocate, offered
from ..demands.rows import cards_of, kind_words
from ..demands.states import Stage as DemandStage
from ..models import Category, Incident
from ..similar import similar
from ..states import CLOCK, FOLLOWS, Act, Stage, State
from .acts import draft_key

TONES = {
    **dict.fromkeys((Act.REJECT, Act.RETURN, Act.REWORK, Act.EXPIRE, Act.RAISE, Act.UNSETTLE, Act.REOPEN, Act.REFUSE,
                     Act.DECLINE, Act.DEMAND_EXPIRE, Act.DEMAND_RAISE), "alert"),
    **dict.fromkeys((Act.WARN, Act.REMIND, Act.ESCALATE, Act.RECALL, Act.SUPERVISE, Act.ORDER,
                     Act.DEMAND_WARN), "soon"),
    **dict.fromkeys((Act.VERIFY, Act.SETTLE, Act.CLOSE, Act.JUDGE, Act.SELF_HANDLE, Act.CLEAR, Act.GRANT,
                     Act.CONCLUDE), "done"),
}
CLOCK_ACTS = (Act.WARN, Act.EXPIRE, Act.RAISE)
DEMAND_CLOCK_ACTS = (Act.DEMAND_WARN, Act.DEMAND_EXPIRE, Act.DEMAND_RAISE)
SHOWN_FIRST = (Role.REPORT, Role.BEFORE)
MOST_OTHERS, FREQUENT = 5, 4  # of more acts beside the main one, those after the fourth are folded away


@require_safe
@allows(SIGNED_IN)
def incident_detail(request, pk):
    """Also for reporters without a post that sees incidents: volunteers read their own."""
    rows = Incident.objects.for_detail()
    incident = get_or_404(Incident, pk, user=request.user, may="incident.view", queryset=rows)
    is_reader = holds(request.user, "incident.view")
    deeds = offered(incident, request.user) if is_reader else []
    cards = cards_of(incident, request.user, now())
    # Where somebody waits for an answer, that comes first: the page has one thing to do in sight.
    is_asked = any(card.waits for card in cards)
    main, others = (deeds[0], deeds[1:]) if deeds and not is_asked else (None, deeds)
    shown = len(others) if len(others) <= MOST_OTHERS else FREQUENT
    stage = CLOCK.get(incident.state)
    clocks = {clock.kind: clock for clock in deadlines.running(incident)}
    files = list(attachments.of(incident))
    form = main and main.form(incident=incident, by=request.user)
    context = {
        "incident": incident, "is_reader": is_reader, "deeds": others[:shown], "rarer": others[shown:], "main": main,
        "form": form, "draft": main and draft_key(incident, main),
        "texts": main and texts.offered(form, incident, main.act, request.user),
        "clock": clocks.get(stage), "stage": stage and Stage(stage).label,
        "tier_clock": clocks.get(f"{stage}-{incident.tier}"),
        "similar": duplicates(request.user, incident, deeds),
        "merged": list(Incident.objects.visible_to(request.user).filter(merged_into=incident).order_by("id")
                       .only("id", "state", "reported_at")),
        "into": incident.merged_into_id and Incident.objects.visible_to(request.user).filter(
            pk=incident.merged_into_id).first(),
        "reported": [file for file in files if file.role in SHOWN_FIRST],
        "results": [file for file in files if file.role not in SHOWN_FIRST],
        "tier": Category.Tier(incident.tier).label, "timeline": timeline(incident),
        "cards": cards, "is_asked": is_asked, "besides": besides.said_of(incident),
        "case_url": case_url(request.user, incident),
        "may_relocate": may_relocate(incident, request.user),
        # Whoever settled it is not told whether anybody will look (domain.md §5.1).
        "is_drawn": incident.is_sampled and incident.handler_id != request.user.pk,
        "others": presence.others(incident, request.user, now()) if incident.is_open else [],
        "is_above": incident.category.owner_tier > incident.tier and incident.is_open,
    }
    return render(request, "incidents/incident_detail.html", context)


def duplicates(user, incident: Incident, deeds) -> list:
    """What a new report may be the same as, for the desk that may merge it."""
    may_merge = any(deed.act == Act.MERGE for deed in deeds)
    if not may_merge or incident.state != State.REPORTED or incident.longitude is None:
        return []
    return similar(user, now(), category=incident.category, longitude=incident.longitude, latitude=incident.latitude,
                   text=incident.description, besides=incident.pk)


def timeline(incident: Incident) -> list[SimpleNamespace]:
    """The moves, oldest first, as the timeline prints them; the last one of an open incident is where it stands."""
    entries = [
        SimpleNamespace(
            label=_label(move), actor=move.by or _("The system"), at=move.at, note=_note(move),
            tone=TONES.get(move.act, ""))
        for move in incident.line
    ]
    if entries and incident.is_open and not entries[-1].tone:
        entries[-1].tone = "now"
    return entries


def _label(move) -> str:
    if move.demand and move.act in FOLLOWS and move.act != Act.ORDER:
        return " · ".join(filter(None, [kind_words(move.demand), move.get_act_display(), _which_clock(move)]))
    if move.act in (Act.WHISTLE, Act.GIVE_TASK) and move.department:
        return f"{move.get_act_display()} · {move.department}"
    if move.act in (Act.ASSIGN, Act.DECIDE):
        said = _("Dispatched to %(department)s") % {"department": move.department or _("its own desk")}
        return said if move.act == Act.ASSIGN else f"{move.get_act_display()} · {said}"
    if which := _which_clock(move):
        return f"{move.get_act_display()} · {which}"
    return move.get_act_display()


def _which_clock(move) -> str:
    """Of the clock's own moves: whose time was running out."""
    if move.act in DEMAND_CLOCK_ACTS and move.note:
        return _("Time limit for %(stage)s") % {"stage": DemandStage(move.note).label}
    if move.act in CLOCK_ACTS and move.note:
        stage, _dash, tier = move.note.partition("-")
        said = _("Time limit for %(stage)s") % {"stage": Stage(stage).label}
        return f"{said} · {Category.Tier(int(tier)).label}" if tier else said
    return ""


def _note(move) -> str:
    """What was written; of a rule's dispatch, which rule it was."""
    if move.act in (*CLOCK_ACTS, *DEMAND_CLOCK_ACTS):
        return ""
    if move.act == Act.ASSIGN and move.by_id is None:
        return _("By rule %(rule)s") % {"rule": move.note}
    return move.note


def case_url(user, incident: Incident) -> str | None:
    """The mediation case, for those who may open it."""
    if incident.case_id and may(user, "case.view", incident.case):
        return incident.case.get_absolute_url()
    return None
