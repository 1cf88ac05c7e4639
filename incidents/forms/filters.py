"""What narrows the list of incidents. The names are those that the dashboards' links use."""

from datetime import datetime, timedelta

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.models import Area
from grids.roles import Role
from shuangliu import search
from shuangliu.pages.forms import DayField, day_start, midnight_after

from .. import finding
from ..measures import TALLY_BY_NAME
from ..models import Category, Incident
from ..states import State

ANY = ("", _("All"))


def _category_choices() -> list[tuple[str, str]]:
    return [ANY, *Category.objects.filter(parent=None).order_by("order", "code").values_list("code", "name")]


class IncidentFilter(forms.Form):
    """`area` is any area code; `start` and `end` are days, both included, of the report or, with `count`, of
    what that measure counts by: every figure opens the incidents behind it."""

    q = forms.CharField(label=_("Search"), required=False, max_length=search.MOST, widget=forms.TextInput(
        {"type": "search", "placeholder": _("Words, number, phone of the reporter"), "enterkeyhint": "search",
         "data-shortcut": "/"}))
    reporter = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)
    number = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)  # as old links have it
    area = forms.CharField(label=_("Area"), required=False, widget=forms.Select)
    state = forms.ChoiceField(label=_("State"), choices=[ANY, *State.choices], required=False)
    category = forms.CharField(label=_("Category"), required=False, widget=forms.Select)
    channel = forms.ChoiceField(label=_("Came by"), choices=[ANY, *Incident.Channel.choices], required=False)
    start = DayField(label=_("From"), required=False)
    end = DayField(label=_("Until"), required=False)
    is_urgent = forms.BooleanField(label=_("Urgent only"), required=False)
    due = forms.ChoiceField(label=_("Due"), choices=[ANY, ("today", _("Due today")), ("later", _("Due later"))],
                            required=False)
    is_overdue = forms.BooleanField(label=_("Overdue only"), required=False)
    is_returned = forms.BooleanField(label=_("Came back only"), required=False)
    is_dormant = forms.BooleanField(label=_("Dormant only"), required=False)
    count = forms.ChoiceField(choices=[ANY, *((name, name) for name in TALLY_BY_NAME)], required=False,
                              widget=forms.HiddenInput)

    def __init__(self, data, *, user):
        super().__init__(data)
        self.areas = [post.area for post in posts_for(user, "incident.view") if post.role != Role.DEPT_HANDLER]
        # Asked for when they are printed: a list that counts or answers the API prints none.
        self.fields["area"].widget.choices = self._area_choices
        self.fields["category"].widget.choices = _category_choices

    def _area_choices(self) -> list[tuple[str, str]]:
        below = Area.objects.filter(Q(parent__in=self.areas) | Q(pk__in=[area.pk for area in self.areas]))
        found = [(code, _("%(name)s (until %(day)s)") % {"name": name, "day": f"{ended:%F}"} if ended else name)
                 for code, name, ended in below.order_by("key").values_list("code", "name", "valid_to")]
        code = self.data.get("area", "").strip()
        if code and code not in dict(found) and (chosen := Area.objects.by_code(code)):
            found.append((code, chosen.name))
        return [ANY, *found]

    def clean_area(self) -> Area | None:
        code = self.cleaned_data["area"]
        area = Area.objects.by_code(code) if code else None
        if code and area is None:
            raise forms.ValidationError(_("There is no area with this code."))
        return area

    def clean_q(self) -> str:
        typed = self.cleaned_data["q"]
        if finding.is_private(typed):
            raise forms.ValidationError(finding.PRIVATE)
        if typed and not finding.number_in(typed) and not search.is_enough(typed):
            raise forms.ValidationError(_("Please write at least two characters."))
        return typed

    def clean(self):
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if start and end and end < start:
            self.add_error("end", _("The last day is not before the first."))

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    @property
    def is_narrowed(self) -> bool:
        """Whether the fields below the search box are in use."""
        return any(self.data.get(name) for name in self.fields if name not in ("q", "reporter", "number"))

    @property
    def text(self) -> str:
        """The words to be searched for; a number is none."""
        self.is_valid()
        typed = self.cleaned_data.get("q", "")
        return "" if finding.number_in(typed) else typed

    def narrow(self, incidents, at: datetime, *, by_index: bool = True):
        """The incidents that fit all filters that are understood, at `at`. Without `by_index`, for few rows, words
        are compared and not looked up."""
        self.is_valid()
        chosen = self.cleaned_data
        if number := finding.number_in(chosen.get("q", "")) or chosen.get("number"):
            incidents = incidents.numbered(number)
        if self.text:
            incidents = (search.matching if by_index else search.containing)(incidents, self.text)
        if chosen.get("reporter") is not None:
            incidents = incidents.filter(reporter=chosen["reporter"])
        if chosen.get("area"):
            tally = TALLY_BY_NAME.get(chosen.get("count"))
            area = chosen["area"]
            incidents = incidents.counted_in(area, tally.moment) if tally else incidents.in_area(area)
        if chosen.get("state"):
            incidents = incidents.filter(state=chosen["state"])
        if chosen.get("channel"):
            incidents = incidents.filter(channel=chosen["channel"])
        if chosen.get("category"):
            code = chosen["category"]
            incidents = incidents.filter(category__in=Category.objects.filter(Q(code=code) | Q(parent__code=code)))
        if chosen.get("is_urgent"):
            incidents = incidents.filter(is_urgent=True)
        if chosen.get("is_overdue"):
            incidents = incidents.overdue(at)
        if chosen.get("is_returned"):
            incidents = incidents.came_back()
        if chosen.get("is_dormant"):
            incidents = incidents.dormant(at)
        if due := chosen.get("due"):
            midnight = midnight_after(at)
            until = {"due_at__gt": at, "due_at__lt": midnight} if due == "today" else {"due_at__gte": midnight}
            incidents = incidents.filter(due_at__isnull=False, **until)
        return self._of_period(incidents, chosen)

    def _of_period(self, incidents, chosen: dict):
        moment = "reported_at"
        if tally := TALLY_BY_NAME.get(chosen.get("count")):
            moment = tally.moment
            incidents = incidents.filter(tally.rows, **{f"{moment}__isnull": False})
        if start := chosen.get("start"):
            incidents = incidents.filter(**{f"{moment}__gte": day_start(start)})
        if end := chosen.get("end"):
            incidents = incidents.filter(**{f"{moment}__lt": day_start(end + timedelta(days=1))})
        return incidents
