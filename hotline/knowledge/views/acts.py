"""The page of what is done to an article or a gap: ask, do it, say so."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now


def act_page(request, matter, form, do, *, title: str, said: str, note: str, **more):
    """`do` takes the matter and what the form holds, and `said` is told afterwards; `note` says what it is about."""
    if request.method == "POST" and form.is_valid():
        do(matter, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, said)
        return redirect(matter)
    return render(request, "hotline/knowledge/act.html", {
        "form": form, "title": title, "note": note, "back": matter.get_absolute_url(), **more,
    }, status=422 if request.method == "POST" else 200)
