"""Items of agreements that fell due in a period: behind the rates of performance and breach."""

from django import forms
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from shuangliu.indicators.periods import PeriodForm
from shuangliu.indicators.views import area_or_404
from shuangliu.pages.access import allows

from ..after.models.performance import COUNTED
from ..models import Case
from ..views.lists import page_of
from .after import due_in

ACT = "figure.view"
STATES = [("", _("All")), *((state.value, state.label) for state in COUNTED)]


class ItemFilter(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False)


@require_safe
@allows(ACT)
def performance_list(request):
    """Which case, when it was due and how it stands; nothing of what is owed and by whom."""
    area = area_or_404(request.user, request.GET.get("area"), ACT)
    form, days = ItemFilter(request.GET), PeriodForm(request.GET, today=localdate())
    items = due_in(area, days.chosen()).filter(case__in=Case.objects.visible_to(request.user))
    if form.is_valid() and form.cleaned_data["state"]:
        items = items.filter(state=form.cleaned_data["state"])
    page = page_of(items.select_related("case__category__parent"), request, ("due_at", "id"))
    return render(request, "mediation/figures/performance_list.html", {
        "form": form, "days": days, "area": area, "page": page,
    }, status=422 if form.errors or days.errors else 200)
