"""Joint meetings and what they decided."""

from datetime import datetime

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, holds, may, scope_q
from shuangliu import deadlines
from shuangliu.pages import clocks, unsent
from shuangliu.pages.access import allows

from ...models import JointMeeting, MediationCenter, MeetingDecision
from ...views.lists import page_of
from .. import actions
from ..forms import DecisionForm, DoneForm, DropForm, ExtendForm, MeetingForm
from ..history import history

GET_AND_POST = require_http_methods(["GET", "POST"])
MEETINGS = JointMeeting.objects.select_related("center__area").defer("center__area__outline")
MOST = 100  # open decisions shown above the list


@require_safe
@allows("meeting.view")
def meetings(request):
    """What is still to be done first; then the meetings, newest first."""
    at = now()
    is_open, is_late = Q(decisions__state=MeetingDecision.State.OPEN), Q(decisions__due_at__lte=at)
    rows = JointMeeting.objects.visible_to(request.user).select_related("center").annotate(
        n_all=Count("decisions"), n_open=Count("decisions", filter=is_open),
        n_late=Count("decisions", filter=is_open & is_late))
    waiting = list(MeetingDecision.objects.visible_to(request.user).open().for_queue().order_by("due_at", "id")[:MOST])
    prepare(waiting, at)
    return render(request, "mediation/network/meetings.html", {
        "page": page_of(rows, request, ("-held_at", "-id")), "waiting": waiting,
        "late": sum(decision.light == "overdue" for decision in waiting),
        "may_edit": holds(request.user, "meeting.edit")})


def prepare(decisions: list[MeetingDecision], at: datetime) -> None:
    """Give each open one its clock, as safe HTML, and the light of its edge."""
    running = deadlines.next_due(decisions)
    for one in decisions:
        one.light, one.clock = "", ""
        if one.state == MeetingDecision.State.OPEN:
            clock = running.get(one.pk)
            warn_at = clock and clock.warn_at
            one.light = clocks.light(one.due_at, warn_at=warn_at, now=at)
            one.clock = clocks.show(one.due_at, warn_at=warn_at, now=at)


@GET_AND_POST
@allows("meeting.edit")
def meeting_new(request):
    """`?center=` where somebody keeps several; else the nearest to the county."""
    mine = MediationCenter.objects.active().filter(scope_q(request.user, "meeting.edit", "area__key"))
    mine = mine.exclude(kind=MediationCenter.Kind.SPECIALISED).select_related("area").order_by("area__key", "id")
    wanted = request.POST.get("center") or request.GET.get("center")
    center = next((one for one in mine if str(one.pk) == wanted), None) or mine.first()
    if center is None:
        messages.error(request, _("There is no general centre in your area."))
        return redirect("mediation:meetings")
    data = unsent.typed(request)
    form = MeetingForm(data, user=request.user, center=center)
    if request.method == "POST" and form.is_valid():
        if sent := JointMeeting.objects.filter(uuid=form.cleaned_data["uuid"], center=center).first():
            return redirect(sent)
        form.instance.uuid = form.cleaned_data["uuid"]
        _hold(request, form)
        messages.success(request, _("Written down. Now its decisions, each with a day."))
        return redirect(form.instance)
    return render(request, "mediation/network/row_form.html", {
        "form": form, "title": _("Write down a joint meeting"), "note": center.name,
        "back": reverse("mediation:meetings"), "back_label": _("Joint meetings"),
    }, status=422 if request.method == "POST" else 200)


@require_safe
@allows("meeting.view")
def meeting_detail(request, pk):
    meeting = get_or_404(JointMeeting, pk, user=request.user, may="meeting.view", queryset=MEETINGS.all())
    decisions = list(meeting.decisions.select_related("unit").prefetch_related("extensions__by"))
    prepare(decisions, now())
    asked = list(meeting.attendance.select_related("unit"))
    return render(request, "mediation/network/meeting_detail.html", {
        "meeting": meeting, "decisions": decisions, "may_edit": may(request.user, "meeting.edit", meeting),
        "present": [row.unit for row in asked if row.is_present],
        "absent": [row.unit for row in asked if not row.is_present], "entries": history(meeting)})


@GET_AND_POST
@allows("meeting.edit")
def meeting_edit(request, pk):
    meeting = get_or_404(JointMeeting, pk, user=request.user, may="meeting.edit", queryset=MEETINGS.all())
    title, back = str(meeting), meeting.get_absolute_url()
    data = unsent.typed(request)
    form = MeetingForm(data, instance=meeting, user=request.user, center=meeting.center)
    if request.method == "POST" and form.is_valid():
        _hold(request, form)
        messages.success(request, _("The changes are kept."))
        return redirect(meeting)
    return render(request, "mediation/network/row_form.html", {
        "form": form, "title": title, "back": back, "back_label": title,
    }, status=422 if request.method == "POST" else 200)


def _hold(request, form: MeetingForm) -> None:
    actions.hold(form.instance, by=request.user, at=now(), fields=form.changed_data,
                 present=list(form.cleaned_data["present"]))


@GET_AND_POST
@allows("meeting.edit")
def meeting_decide(request, pk):
    meeting = get_or_404(JointMeeting, pk, user=request.user, may="meeting.edit", queryset=MEETINGS.all())
    form = DecisionForm(unsent.typed(request), meeting=meeting)
    if request.method == "POST" and form.is_valid():
        actions.decide(meeting, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("Written down; its time runs."))
        return redirect(meeting)
    return render(request, "mediation/network/row_form.html", {
        "form": form, "title": _("Write down a decision"), "note": str(meeting), "back": meeting.get_absolute_url(),
        "back_label": str(meeting),
    }, status=422 if request.method == "POST" else 200)


# act: form, action, title of the page, what is said afterwards
STEPS = {
    "done": (DoneForm, actions.finish, gettext_lazy("Implemented"), gettext_lazy("The decision is carried out.")),
    "extend": (ExtendForm, actions.extend, gettext_lazy("Give more time"), gettext_lazy("The decision has more time.")),
    "drop": (DropForm, actions.drop, gettext_lazy("Withdraw the decision"),
             gettext_lazy("The decision is withdrawn.")),
}


@GET_AND_POST
@allows("meeting.edit")
def decision_done(request, pk):
    return _step(request, pk, "done")


@GET_AND_POST
@allows("meeting.edit")
def decision_extend(request, pk):
    return _step(request, pk, "extend")


@GET_AND_POST
@allows("meeting.edit")
def decision_drop(request, pk):
    return _step(request, pk, "drop")


@require_POST
@allows("meeting.edit")
def decision_reopen(request, pk):
    decision = _decision(request, pk)
    actions.reopen(decision, by=request.user, at=now())
    messages.success(request, _("The decision is to be done again."))
    return redirect(decision)


def _decision(request, pk) -> MeetingDecision:
    return get_or_404(MeetingDecision, pk, user=request.user, may="meeting.edit",
                      queryset=MeetingDecision.objects.for_queue())


def _step(request, pk, act: str):
    """Raises Conflict where the decision has ended meanwhile."""
    form_class, do, title, said = STEPS[act]
    decision = _decision(request, pk)
    actions.check_open(decision)
    form = form_class(unsent.typed(request), decision=decision)
    if request.method == "POST" and form.is_valid():
        do(decision, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, said)
        return redirect(decision)
    return render(request, "mediation/network/row_form.html", {
        "form": form, "title": title, "note": decision.text, "back": decision.meeting.get_absolute_url(),
        "back_label": str(decision.meeting),
    }, status=422 if request.method == "POST" else 200)
