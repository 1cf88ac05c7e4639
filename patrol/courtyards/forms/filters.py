"""What narrows list, board, map and money."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q, posts_for
from grids.models import Area, Level

from ..states import State

ANY = ("", _("All"))
BELOW = {Level.COUNTY: Level.TOWN, Level.TOWN: Level.COMMUNITY, Level.COMMUNITY: Level.GRID}


class CourtyardFilter(forms.Form):
    """`q` is part of a name or a number; `area` any area code below one's own."""

    q = forms.CharField(label=_("Name or number"), required=False, max_length=40)
    state = forms.ChoiceField(label=_("State"), choices=[ANY, *State.choices], required=False)
    lacks = forms.TypedChoiceField(label=_("Lacks"), required=False, coerce=int, empty_value=None, choices=[
        ANY, ("3", _("all three")), ("2", _("two of them")), ("1", _("one of them")), ("0", _("none of them"))])
    area = forms.CharField(label=_("Area"), required=False, widget=forms.Select)
    relapsed = forms.BooleanField(label=_("Has relapsed once"), required=False)
    late = forms.BooleanField(label=_("Overdue"), required=False)

    def __init__(self, data, *, user):
        super().__init__(data)
        self.areas = [post.area for post in posts_for(user, "courtyard.view")]
        self.fields["area"].widget.choices = self._areas

    def _areas(self) -> list[tuple[str, str]]:
        levels = {BELOW[area.level] for area in self.areas if area.level in BELOW}
        below = Area.objects.filter(area_q(self.areas, "key"), level__in=levels).current(localdate())
        return [ANY, *below.order_by("key").values_list("code", "name")]

    def clean_area(self) -> Area | None:
        code = self.cleaned_data["area"]
        area = Area.objects.by_code(code) if code else None
        if code and area is None:
            raise ValidationError(_("There is no area with this code."))
        return area

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    def narrow(self, rows):
        """Those that fit all filters that are understood; what is struck off only where it is asked for."""
        self.is_valid()
        chosen = self.cleaned_data
        rows = rows.filter(state=chosen["state"]) if chosen.get("state") else rows.existing()
        if (text := chosen.get("q", "").strip()):
            digits = text.upper().removeprefix("YL")
            is_number = digits.isascii() and digits.isdigit() and len(digits) <= 18
            rows = rows.filter(pk=int(digits)) if is_number else rows.filter(name__icontains=text)
        if chosen.get("lacks") is not None:
            rows = rows.filter(lacks=chosen["lacks"])
        if area := chosen.get("area"):
            rows = rows.filter(**{f"{area.level}_key": area.key})
        if chosen.get("relapsed"):
            rows = rows.filter(relapsed_at__isnull=False)
        if chosen.get("late"):
            rows = rows.filter(alert__in=["overdue", "raised"])
        return rows
