"""One case: for its team all but the persons' data, for supervisors the outline."""

from types import SimpleNamespace

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu import audit, deadlines
from shuangliu.pages.access import allows

from ..models import Case
from ..models.cases import ReassignReason
from ..states import allowed

ACTS = {
    "accept": (_("Accept"), "check"),
    "refuse": (_("Do not accept"), "x"),
    "assign": (_("Appoint a mediator"), "user"),
    "session": (_("Record a session"), "edit"),
    "agree": (_("Agreement reached"), "check-circle"),
    "fail": (_("Mediation failed"), "x"),
    "reassign": (_("Appoint another mediator"), "users"),
}
# audit verb: label, tone of the timeline, the detail that a reader is told
HISTORY = {
    "case.registered": (_("Case registered"), "", ()),
    "case.accepted": (_("Taken on"), "", ()),
    "case.refused": (_("Not taken on"), "alert", ()),
    "case.assigned": (_("Mediator appointed"), "", ("mediator", "org")),
    "case.reassigned": (_("Mediator replaced"), "", ("mediator", "org", "reason")),
    "case.session_held": (_("Session recorded"), "", ()),
    "case.agreed": (_("Agreement reached"), "done", ()),
    "case.failed": (_("Mediation failed"), "alert", ()),
    "case.revealed": (_("Personal data looked at"), "", ("purpose",)),
    "case.warned": (_("Due soon"), "alert", ()),
    "case.overdue": (_("Overdue"), "alert", ()),
    "case.raised": (_("Long overdue"), "alert", ()),
}
REASONS = dict(ReassignReason.choices)


@require_safe
@allows("case.view")
def case_detail(request, pk):
    case = get_or_404(Case, pk, user=request.user, may="case.view", queryset=Case.objects.for_detail())
    is_readable = may(request.user, "case.read", case)
    context = {
        "case": case, "is_readable": is_readable, "clock": deadlines.running(case).first(),
        "entries": history(case, told=is_readable), "acts": acts_for(request.user, case),
    }
    if is_readable:
        context |= {"parties": case.parties.all(), "sessions": case.sessions.select_related("by"),
                    "may_reveal": may(request.user, "case.reveal", case)}
    return render(request, "mediation/case_detail.html", context)


def acts_for(user, case: Case) -> list[tuple[str, str, str, str]]:
    """What the user may do to the case now: act, label, icon, route."""
    return [
        (act, label, icon, f"mediation:case-{act}") for act, (label, icon) in ACTS.items()
        if allowed(act, case.state) and may(user, f"case.{act}", case)
    ]


def history(case: Case, *, told: bool) -> list[SimpleNamespace]:
    """The timeline, oldest first. Who is not `told` the content sees what happened and when, nothing more."""
    lines = []
    for entry in audit.history(case):
        label, tone, fields = HISTORY.get(entry.verb, (entry.verb, "", ()))
        known = {**entry.detail, "purpose": entry.purpose}
        known["reason"] = REASONS.get(known.get("reason"))
        if told or entry.verb != "case.revealed":
            lines.append(SimpleNamespace(
                label=label, actor=(entry.actor_name or _("The system")) if told else "", at=entry.at, tone=tone,
                note=" · ".join(str(known[name]) for name in fields if known.get(name)) if told else ""))
    return lines
