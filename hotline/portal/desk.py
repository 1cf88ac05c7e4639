"""/hotline/subjects/: what people ask about their own data, for the hotline's supervisor."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404
from hotline.models import SubjectRequest
from shuangliu import audit
from shuangliu.pages import keyset
from shuangliu.pages.access import allows
from shuangliu.privacy import guards

from . import subjects


class AnswerForm(forms.Form):
    answer = forms.CharField(label=gettext_lazy("What was done, or why not"), max_length=2000,
                             widget=forms.Textarea({"rows": 4}))

    use_required_attribute = False


class PurposeForm(forms.Form):
    purpose = forms.CharField(label=gettext_lazy("Why do you need the phone?"), max_length=100)

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


@require_POST
@allows("subject.reveal")
def subject_reveal(request, pk):
    """The phone, for a stated purpose, once (domain.md §7 rule 2)."""
    asked = get_or_404(SubjectRequest, pk, user=request.user, may="subject.reveal")
    guards.refuse(asked)
    purpose = PurposeForm(request.POST)
    if not purpose.is_valid():
        return _page(request, asked, AnswerForm(), 422, purpose=purpose)
    audit.record("subject.revealed", asked, by=request.user, at=now(), purpose=purpose.cleaned_data["purpose"])
    return _page(request, asked, AnswerForm(), 200, is_revealed=True)


def _page(request, asked, form, code, *, purpose=None, is_revealed=False):
    return render(request, "hotline/portal/subject_detail.html", {
        "asked": asked, "form": form, "purpose": purpose or PurposeForm(), "is_revealed": is_revealed}, status=code)
