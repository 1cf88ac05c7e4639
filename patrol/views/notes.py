"""Notes: write one, read one, read those of an area."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import get_or_404, holds, posts_for
from shuangliu import attachments
from shuangliu.attachments.forms import status
from shuangliu.pages import drafts, keyset, receipts, unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import NoteFilter, NoteForm
from ..models import Kind, Note

DRAFT = "note-new"


@require_safe
@allows("note.view")
def note_list(request):
    """Newest first; `?kind=`, `?after=`."""
    form = NoteFilter(request.GET)
    rows = form.narrow(Note.objects.listed_for(request.user)).for_list()
    page = keyset.page(rows, order=("-id",), after=request.GET.get("after"))
    return render(request, "patrol/note_list.html", {
        "page": page, "kinds": Kind.choices, "kind": form.cleaned_data.get("kind", ""),
        "may_write": holds(request.user, "note.write"),
    })


@require_safe
@allows("note.view")
def note_detail(request, pk):
    note = get_or_404(Note, pk, user=request.user, may="note.view", queryset=Note.objects.for_detail())
    return render(request, "patrol/note_detail.html", {"note": note, "photos": attachments.of(note)})


@require_http_methods(["GET", "POST"])
@allows("note.write")
def note_new(request):
    """A note; to a phone that asks for it, a receipt."""
    if request.method == "POST":
        if sent := receipts.sent_before(request, Note.objects.filter(by=request.user)):
            return sent
        form = NoteForm(request.POST, request.FILES, by=request.user)
        if form.is_valid():
            note, is_new = actions.write_note(by=request.user, at=now(), **form.given())
            if receipts.wanted(request):
                return receipts.receipt(note, is_new)
            messages.success(request, _("Noted: %(number)s.") % {"number": note.number})
            return drafts.stored(redirect(note), DRAFT)
        if receipts.wanted(request):
            return receipts.refusal(form, status(form))
    else:
        form = NoteForm(unsent.take(request), by=request.user)
    context = {"form": form, "draft": DRAFT, "area": posts_for(request.user, "note.write")[0].area}
    return render(request, "patrol/note_new.html", context, status=status(form) if request.method == "POST" else 200)
