"""Weekly templates: the list, one with its lines, and what is done to it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from grids.jurisdiction import get_or_404
from residents.register.views.acting import GET_AND_POST, REFUSED, act_page, attempt, typed
from shuangliu.pages.access import allows

from .. import actions
from ..forms import LineForm, TemplateForm
from ..models import RosterTemplate, TemplateLine
from ..weeks import Week

MOST = 200  # a town has a handful


@require_safe
@allows("shift.plan")
def template_list(request):
    rows = RosterTemplate.objects.visible_to(request.user).select_related("area").defer("area__outline")
    return render(request, "patrol/roster/template_list.html", {"templates": rows.order_by("name", "id")[:MOST]})


@GET_AND_POST
@allows("shift.plan")
def template_new(request):
    form = TemplateForm(typed(request), user=request.user)
    return act_page(request, form, lambda: actions.make_template(by=request.user, at=now(), **form.cleaned_data),
                    title=_("Make a template"), said=_("Now give it its lines."), back=None,
                    template="patrol/act.html")


@require_safe
@allows("shift.plan")
def template_detail(request, pk):
    return _page(request, _fetch(request, pk))


@require_POST
@allows("shift.plan")
def template_add(request, pk):
    template, form = _fetch(request, pk), LineForm(request.POST, user=request.user)
    if form.is_valid() and attempt(form, lambda: actions.add_lines(
            template, by=request.user, at=now(), **form.cleaned_data)) is not REFUSED:
        messages.success(request, _("Stored."))
        return redirect(template)
    return _page(request, template, form, status=422)


@require_POST
@allows("shift.plan")
def template_line(request, pk):
    """A line goes."""
    template = _fetch(request, pk)
    key = request.POST.get("line", "")
    line = get_object_or_404(TemplateLine, template=template, pk=key if key.isdecimal() and len(key) < 18 else 0)
    actions.remove_line(line, by=request.user, at=now())
    return redirect(template)


@require_POST
@allows("shift.plan")
def template_drop(request, pk):
    actions.drop_template(_fetch(request, pk), by=request.user, at=now())
    messages.success(request, _("The template is gone. What was planned from it stays."))
    return redirect("patrol:template-list")


def _page(request, template: RosterTemplate, form: LineForm | None = None, status: int = 200):
    lines = template.lines.select_related("route").prefetch_related("people").order_by("weekday", "starts", "id")
    return render(request, "patrol/roster/template_detail.html", {
        "template": template, "lines": lines, "form": form or LineForm(user=request.user),
        "next_week": Week.of(localdate()).after}, status=status)


def _fetch(request, pk) -> RosterTemplate:
    return get_or_404(RosterTemplate, pk, user=request.user, may="shift.plan",
                      queryset=RosterTemplate.objects.select_related("area").defer("area__outline"))
