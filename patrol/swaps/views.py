"""Swaps: asked for on the page of a shift, answered and granted on their own."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from grids.jurisdiction import get_or_404, holds, may
from residents.register.views.acting import GET_AND_POST, REFUSED, act_page, attempt, typed
from shuangliu.pages import keyset
from shuangliu.pages.access import SIGNED_IN, allows

from ..shifts.models import Shift
from . import actions
from .forms import AskForm, GrantForm, RefuseForm
from .models import Swap
from .states import TRANSITIONS, Act, Side, allowed

ORDER = ("-id",)
ROWS = Swap.objects.for_list().select_related("shift__leader")


@require_safe
@allows(SIGNED_IN)
def swap_list(request):
    """`?all=1` also those that are over; `?after=`. Leaders see their areas', others what they take part in."""
    user, is_all = request.user, bool(request.GET.get("all"))
    rows = ROWS.visible_to(user) if holds(user, "swap.view") else ROWS.of(user)
    page = keyset.page(rows if is_all else rows.open(), order=ORDER, after=request.GET.get("after"))
    return render(request, "patrol/swaps/swap_list.html", {"page": page, "is_all": is_all})


@GET_AND_POST
@allows("shift.walk")
def swap_ask(request, pk):
    """Of a shift that one walks."""
    shift = get_or_404(Shift, pk, user=request.user, may="shift.walk",
                       queryset=Shift.objects.select_related("area", "route").defer("area__outline"))
    form = AskForm(typed(request), shift=shift, user=request.user)
    return act_page(request, form, lambda: actions.ask(shift, by=request.user, at=now(), **form.cleaned_data),
                    title=_("Ask somebody to walk it"), said=_("Asked. You hear as soon as they answer."), back=shift,
                    template="patrol/act.html")


@require_safe
@allows(SIGNED_IN)
def swap_detail(request, pk):
    return _page(request, get_or_404(Swap, pk, user=request.user, may="swap.view", queryset=ROWS.all()))


@require_POST
@allows("shift.walk")
def swap_agree(request, pk):
    return _one_tap(request, pk, Act.AGREE, actions.agree, _("Agreed: the patrol leader decides now."))


@require_POST
@allows("shift.walk")
def swap_decline(request, pk):
    return _one_tap(request, pk, Act.DECLINE, actions.decline, _("Declined."))


@require_POST
@allows("shift.walk")
def swap_withdraw(request, pk):
    return _one_tap(request, pk, Act.WITHDRAW, actions.withdraw, _("Withdrawn."))


@require_POST
@allows("swap.grant")
def swap_grant(request, pk):
    """What the roster refuses stands on the page; less rest than is due needs a reason."""
    swap = get_or_404(Swap, pk, user=request.user, may="swap.grant", queryset=ROWS.all())
    form = GrantForm(request.POST)
    if form.is_valid() and attempt(form, lambda: actions.grant(
            swap, by=request.user, at=now(), **form.cleaned_data)) is not REFUSED:
        messages.success(request, _("Granted: the roster is changed."))
        return redirect(swap)
    return _page(request, swap, grant=form, status=422)


@require_POST
@allows("swap.refuse")
def swap_refuse(request, pk):
    swap = get_or_404(Swap, pk, user=request.user, may="swap.refuse", queryset=ROWS.all())
    form = RefuseForm(request.POST)
    if form.is_valid() and attempt(form, lambda: actions.refuse(
            swap, by=request.user, at=now(), **form.cleaned_data)) is not REFUSED:
        messages.success(request, _("Refused."))
        return redirect(swap)
    return _page(request, swap, refuse=form, status=422)


def _one_tap(request, pk, act: Act, action, said: str):
    """The act of one of the two. Raises SwapMoved for the other one, whose act it never is."""
    swap = get_or_404(Swap, pk, user=request.user, may="shift.walk", queryset=ROWS.all())
    if not _is_theirs(swap, act, request.user):
        raise actions.SwapMoved(swap, act)
    action(swap, by=request.user, at=now())
    messages.success(request, said)
    return redirect(swap)


def _is_theirs(swap: Swap, act: Act, user) -> bool:
    side = TRANSITIONS[act][2]
    return user.pk == {Side.GIVER: swap.giver_id, Side.TAKER: swap.taker_id}.get(side)


def _page(request, swap: Swap, *, grant: GrantForm | None = None, refuse: RefuseForm | None = None, status: int = 200):
    user = request.user
    own = [act for act in (Act.AGREE, Act.DECLINE, Act.WITHDRAW)
           if _is_theirs(swap, act, user) and allowed(act, swap.state)]
    is_leader = may(user, "swap.grant", swap)
    return render(request, "patrol/swaps/swap_detail.html", {
        "swap": swap, "own": own,
        "sees_shift": Shift.objects.visible_to(user).filter(pk=swap.shift_id).exists(),
        "grant": (grant or GrantForm()) if is_leader and allowed(Act.GRANT, swap.state) else None,
        "refuse": (refuse or RefuseForm()) if is_leader and allowed(Act.REFUSE, swap.state) else None,
    }, status=status)
