"""What narrows the list of tickets. The names are those that the dashboards' links use."""

from datetime import datetime, timedelta

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.models import Area
from incidents.models import Category
from shuangliu import search
from shuangliu.pages.forms import DayField, day_start

from .. import finding
from ..measures import TALLY_BY_NAME
from ..models import Channel, Kind
from ..states import State

ANY = ("", _("All"))


def _categories() -> list[tuple[str, str]]:
    return [ANY, *Category.objects.filter(parent=None).order_by("order", "code").values_list("code", "name")]


class TicketFilter(forms.Form):
    """`area` is any area code; `start` and `end` are days, both included, of the receipt or, with `count`, of what
    that measure counts by. `caller` comes from the search box alone."""

    q = forms.CharField(label=_("Search"), required=False, max_length=search.MOST, widget=forms.TextInput(
        {"type": "search", "placeholder": _("Words, number, phone of the caller"), "enterkeyhint": "search",
         "data-shortcut": "/"}))
    caller = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("What the caller wants"), choices=[ANY, *Kind.choices], required=False)
    state = forms.ChoiceField(label=_("State"), choices=[ANY, *State.choices], required=False)
    category = forms.CharField(label=_("Category"), required=False, widget=forms.Select)
    area = forms.CharField(label=_("Area"), required=False, widget=forms.Select)
    channel = forms.ChoiceField(label=_("Came by"), choices=[ANY, *Channel.choices], required=False)
    start = DayField(label=_("From"), required=False)
    end = DayField(label=_("Until"), required=False)
    is_urgent = forms.BooleanField(label=_("Urgent only"), required=False)
    is_overdue = forms.BooleanField(label=_("Overdue only"), required=False)
    count = forms.ChoiceField(choices=[ANY, *((name, name) for name in TALLY_BY_NAME)], required=False,
                              widget=forms.HiddenInput)

    def __init__(self, data, *, user):
        super().__init__(data)
        self.areas = [post.area for post in posts_for(user, "ticket.view")]
        # Asked for when they are printed: a list that answers the API prints none.
        self.fields["area"].widget.choices = self._area_choices
        self.fields["category"].widget.choices = _categories

    def _area_choices(self) -> list[tuple[str, str]]:
        below = Area.objects.filter(Q(parent__in=self.areas) | Q(pk__in=[area.pk for area in self.areas]))
        found = list(below.order_by("key").values_list("code", "name"))
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
            raise forms.ValidationError(_(
                "Leave phone and ID numbers out of what you search for: addresses are kept in too many places. A phone "
                "number that stands alone is looked up by the search box."))
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
        return any(self.data.get(name) for name in self.fields if name not in ("q", "caller"))

    @property
    def text(self) -> str:
        """The words to be searched for; a number is none."""
        self.is_valid()
        typed = self.cleaned_data.get("q", "")
        return "" if finding.number_in(typed) else typed

    def narrow(self, tickets, at: datetime, *, by_index: bool = True):
        """The tickets that fit all filters that are understood, at `at`. Without `by_index`, for few rows, words are
        compared and not looked up."""
        self.is_valid()
        chosen = self.cleaned_data
        if number := finding.number_in(chosen.get("q", "")):
            tickets = tickets.numbered(number)
        if self.text:
            tickets = (search.matching if by_index else search.containing)(tickets, self.text)
        if chosen.get("caller") is not None:
            tickets = tickets.filter(caller=chosen["caller"])
        for name in ("kind", "state", "channel"):
            if chosen.get(name):
                tickets = tickets.filter(**{name: chosen[name]})
        if area := chosen.get("area"):
            tickets = tickets.filter(**{f"{area.level}_key": area.key})
        if code := chosen.get("category"):
            tickets = tickets.filter(category__in=Category.objects.filter(Q(code=code) | Q(parent__code=code)))
        if chosen.get("is_urgent"):
            tickets = tickets.filter(is_urgent=True)
        if chosen.get("is_overdue"):
            tickets = tickets.overdue()
        return self._of_period(tickets, chosen)

    def _of_period(self, tickets, chosen: dict):
        moment = "received_at"
        if tally := TALLY_BY_NAME.get(chosen.get("count")):
            moment = tally.moment
            tickets = tickets.filter(tally.rows, **{f"{moment}__isnull": False})
        if start := chosen.get("start"):
            tickets = tickets.filter(**{f"{moment}__gte": day_start(start)})
        if end := chosen.get("end"):
            tickets = tickets.filter(**{f"{moment}__lt": day_start(end + timedelta(days=1))})
        return tickets
