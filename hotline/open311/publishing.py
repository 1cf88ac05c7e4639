"""/hotline/tickets/<pk>/publish/: a person decides what the public may read of a ticket."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu import attachments, audit
from shuangliu.attachments.models import Attachment, Role
from shuangliu.pages.access import allows
from shuangliu.pages.conflict import Conflict
from shuangliu.pages.forms import Chips

from ..actions.attempts import made_for
from ..discretion import unnamed
from ..guard.hiding import hidden_parts
from ..models import Ticket
from .models import Publication

MOST = 4000


class PublishForm(forms.Form):
    """Both texts empty: nothing is public any longer, no photo either."""

    description = forms.CharField(
        label=gettext_lazy("What everybody may read"), max_length=MOST, required=False,
        widget=forms.Textarea({"rows": 5}),
        help_text=gettext_lazy("Without names, phone numbers, house numbers, and without insults."))
    answer = forms.CharField(label=gettext_lazy("The answer, for everybody"), max_length=MOST, required=False,
                             widget=forms.Textarea({"rows": 4}))
    photo = forms.ModelChoiceField(
        Attachment.objects.none(), label=gettext_lazy("Photo for everybody"), required=False, blank=True,
        empty_label=gettext_lazy("None"), widget=Chips,
        help_text=gettext_lazy("One on which nobody, no number plate and no home can be recognised."))

    def __init__(self, data=None, *, pictures=(), **more):
        super().__init__(data, **more)
        self.pictures = list(pictures)
        self.fields["photo"].queryset = Attachment.objects.filter(pk__in=[picture.pk for picture in self.pictures])
        self.fields["photo"].label_from_instance = lambda picture: _("Photo %(n)s") % {
            "n": self.pictures.index(picture) + 1}
        if not self.pictures:
            del self.fields["photo"]

    def clean(self):
        given = super().clean()
        if given.get("photo") and not (given.get("description") or given.get("answer")):
            self.add_error("description", _("Say in words what the photo shows."))
        return given


@transaction.atomic
def publish(ticket: Ticket, *, by, at: datetime, description: str, answer: str,
            photo: Attachment | None = None) -> None:
    """公开. In place of what was public of it before; with no word at all it is withdrawn. The audit log says that it
    was done, not the words. Raises Conflict for one that the public does not see."""
    if not Ticket.objects.sent_openly().filter(pk=ticket.pk).exists():
        raise Conflict(_("The public does not see this ticket: it came by phone, or its kind is not open to the "
                         "public."), matter=ticket)
    if description or answer:
        Publication.objects.update_or_create(
            ticket=ticket, defaults={"description": description, "answer": answer, "photo": photo, "by": by, "at": at})
    else:
        Publication.objects.filter(ticket=ticket).delete()
    Ticket.objects.filter(pk=ticket.pk).update(moved_at=at)
    audit.record("ticket.publish", ticket, by=by, at=at, description=len(description), answer=len(answer),
                 photo=photo is not None)


@require_http_methods(["GET", "POST"])
@allows("ticket.publish")
def ticket_publish(request, pk):
    ticket = get_or_404(Ticket, pk, user=request.user, may="ticket.publish", queryset=Ticket.objects.for_detail())
    pictures = pictures_of(ticket)
    if request.method == "GET":
        form = PublishForm(initial=_proposed(ticket), pictures=pictures)
    else:
        form = PublishForm(request.POST, pictures=pictures)
        if form.is_valid():
            publish(ticket, by=request.user, at=now(), **form.cleaned_data)
            messages.success(request, _("Everybody may read this now.") if any(form.cleaned_data.values())
                             else _("Nothing that was written can be read by the public any longer."))
            return redirect(ticket)
    context = {"ticket": ticket, "form": form, "pictures": pictures}
    return render(request, "hotline/open311/ticket_publish.html", context, status=422 if form.errors else 200)


def pictures_of(ticket: Ticket) -> list[Attachment]:
    """What was sent with it, which goes on to the incident that was made of it; what offices add, or others sent to an
    incident that it joined, is not its own."""
    incident = ticket.incident if ticket.incident_id and made_for(ticket, ticket.incident) else None
    return [file for matter in (ticket, incident) if matter for file in attachments.of(matter, Role.REPORT)
            if file.is_picture]


def photo_of(number: str) -> Attachment | None:
    """The photo that somebody made public of the ticket with this number, while anything of it may be seen."""
    ticket = Ticket.objects.sent_openly().numbered(number).first()
    public = ticket and Publication.objects.filter(ticket=ticket).select_related("photo").first()
    if public is None or (ticket.pk, "content") in hidden_parts([ticket.pk]):
        return None
    return public.photo


def _proposed(ticket: Ticket) -> dict:
    """What is public already, else what was said, with the numbers in it masked."""
    if public := Publication.objects.filter(ticket=ticket).first():
        return {"description": public.description, "answer": public.answer, "photo": public.photo_id}
    return {"description": unnamed(ticket, ticket.content), "answer": unnamed(ticket, ticket.answer)}
