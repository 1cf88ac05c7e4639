"""The records of sessions, by when they were written: behind the entry-in-time rate."""

from datetime import timedelta

from django import forms
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from grids.models import Area
from shuangliu.pages.access import allows
from shuangliu.pages.forms import DayField, day_start

from ..models import Session
from ..views.lists import page_of

IN_TIME = [("", _("All")), ("yes", _("In time")), ("no", _("Late"))]


class SessionFilter(forms.Form):
    """Days are those on which the record was written."""

    area = forms.CharField(required=False, widget=forms.HiddenInput)
    in_time = forms.ChoiceField(label=_("Recorded"), choices=IN_TIME, required=False)
    start = DayField(label=_("From"), required=False)
    end = DayField(label=_("To"), required=False)

    def clean_area(self) -> Area | None:
        code = self.cleaned_data["area"]
        area = Area.objects.by_code(code) if code else None
        if code and area is None:
            raise forms.ValidationError(_("There is no area with this code."))
        return area

    def narrow(self, sessions):
        """The sessions that fit all filters that are understood."""
        self.is_valid()
        chosen = self.cleaned_data
        if area := chosen.get("area"):
            sessions = sessions.filter(case__area_key__gte=area.low, case__area_key__lt=area.high)
        if start := chosen.get("start"):
            sessions = sessions.filter(recorded_at__gte=day_start(start))
        if end := chosen.get("end"):
            sessions = sessions.filter(recorded_at__lt=day_start(end + timedelta(days=1)))
        which = {"yes": sessions.in_time, "no": sessions.late}.get(chosen.get("in_time"))
        return which() if which else sessions


@require_safe
@allows("figure.view")
def session_list(request):
    """When each session was held and when its record was written; nothing of what was said."""
    form = SessionFilter(request.GET)
    rows = form.narrow(Session.objects.visible_to(request.user))
    rows = rows.select_related("case__category__parent").defer("record", "participants", "place", "case__summary")
    page = page_of(rows, request, ("-recorded_at", "-id"))
    for session in page.rows:
        session.hours = round((session.recorded_at - session.held_at).total_seconds() / 3600, 1)
        session.is_late = session.recorded_at > session.held_at + timedelta(hours=24)
    return render(request, "mediation/figures/session_list.html", {"form": form, "page": page},
                  status=422 if form.errors else 200)
