"""/hotline/subjects/: what people ask about their own data, for the hotline's supervisor."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import get_or_404, may
from hotline.models import SubjectRequest
from shuangliu.pages import keyset
from shuangliu.pages.access import allows
from shuangliu.protection import reveals

from . import subjects


class AnswerForm(forms.Form):
    answer = forms.CharField(label=gettext_lazy("What was done, or why not"), max_length=2000,
                             widget=forms.Textarea({"rows": 4}))

    use_required_attribute = False


@require_safe
@allows("subject.view")
def subject_list(request):
    rows = SubjectRequest.objects.visible_to(request.user).open().select_related("ticket")
    page = keyset.page(rows, order=("due_at", "id"), after=request.GET.get("after"))
    return render(request, "hotline/portal/subject_list.html", {"page": page})


@require_http_methods(["GET", "POST"])
@allows("subject.answer")
def subject_detail(request, pk):
    rows = SubjectRequest.objects.select_related("ticket", "answered_by")
    asked = get_or_404(SubjectRequest, pk, user=request.user, may="subject.answer", queryset=rows)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        subjects.answer(asked, by=request.user, at=now(), answer=form.cleaned_data["answer"])
        messages.success(request, _("Answered."))
        return redirect("hotline:subject-list")
    return _page(request, asked, form, 422 if request.method == "POST" else 200)


def _page(request, asked, form, code):
    shown = reveals.open_for(request.user, asked)
    return reveals.private(render(request, "hotline/portal/subject_detail.html", {
        "asked": asked, "form": form, "reveal": shown,
        "may_reveal": may(request.user, "subject.reveal", asked)}, status=code), shown)
