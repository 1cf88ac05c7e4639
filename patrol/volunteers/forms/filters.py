"""What narrows the list of volunteers."""

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.models import Area, Level

from ..kinds import WANTED
from ..models import Ability, Team, TeamMember
from ..states import State

ALL = ("", _("All"))
TABS = [("serving", _("Those who serve")), ("waiting", _("Card to be seen")), ("insurance", _("Insurance runs out")),
        ("all", _("All volunteers"))]


class VolunteerFilter(forms.Form):
    """`tab` is one of TABS. The areas are those of the desk."""

    area = forms.ModelChoiceField(Area.objects.none(), label=_("Area"), required=False, to_field_name="code",
                                  empty_label=_("All"))
    state = forms.ChoiceField(label=_("State"), choices=[ALL, *State.choices], required=False)
    what = forms.ChoiceField(label=_("Offers"), choices=[ALL, *WANTED], required=False)
    team = forms.ModelChoiceField(Team.objects.none(), label=_("Team"), required=False, empty_label=_("All"))

    def __init__(self, data, *, user):
        self.tab = data.get("tab") if data.get("tab") in dict(TABS) else "serving"
        super().__init__(data)
        areas = [post.area for post in posts_for(user, "volunteer.view")]
        below = Q(pk__in=[area.pk for area in areas]) | Q(parent__in=areas, level=Level.COMMUNITY)
        self.fields["area"].queryset = Area.objects.current(localdate()).filter(below).defer("outline").order_by("key")
        self.fields["area"].label_from_instance = lambda area: area.name
        self.fields["team"].queryset = Team.objects.of_desk(user).standing().order_by("id")
        self.is_valid()

    @property
    def is_narrowed(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    def narrow(self, rows):
        """Those of the tab that fit all filters that are understood."""
        rows, said = pile(rows, self.tab), self.cleaned_data
        if state := said.get("state"):
            rows = rows.filter(state=state)
        if area := said.get("area"):
            rows = rows.filter(**{f"{area.level}_key": area.key})
        if what := said.get("what"):
            rows = rows.filter(Exists(Ability.objects.filter(volunteer=OuterRef("pk"), what=what)))
        if team := said.get("team"):
            rows = rows.filter(Exists(TeamMember.objects.filter(volunteer=OuterRef("pk"), team=team, left_on=None)))
        return rows


def pile(rows, tab: str):
    if tab == "serving":
        return rows.serving()
    if tab == "waiting":
        return rows.waiting()
    return rows.insurance_runs_out(localdate()) if tab == "insurance" else rows
