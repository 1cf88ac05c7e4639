"""Teams: formed, edited, joined."""

from django import forms
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.models import Area, Level
from shuangliu.pages.forms import Chips

from ..kinds import TeamKind
from ..models import Team, Volunteer


def areas_of(user, act: str):
    """The areas of the posts, and the communities below them."""
    areas = [post.area for post in posts_for(user, act)]
    return (Area.objects.current(localdate()).filter(Q(pk__in=[area.pk for area in areas])
                                                     | Q(parent__in=areas, level=Level.COMMUNITY))
            .defer("outline").order_by("key"))


class AreaChoice(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        super().__init__(Area.objects.none(), label=_("Area"), to_field_name="code", empty_label=None, **kwargs)

    def label_from_instance(self, obj):
        return obj.name


class TeamForm(forms.Form):
    name = forms.CharField(label=_("name"), max_length=60)
    kind = forms.ChoiceField(label=_("kind"), choices=TeamKind, widget=Chips)
    area = AreaChoice()

    use_required_attribute = False

    def __init__(self, data=None, *, user):
        super().__init__(data)
        self.fields["area"].queryset = areas_of(user, "team.form")


class TeamEditForm(forms.Form):
    name = forms.CharField(label=_("name"), max_length=60)
    kind = forms.ChoiceField(label=_("kind"), choices=TeamKind, widget=Chips)
    leader = forms.ModelChoiceField(Volunteer.objects.none(), label=_("team leader"), required=False,
                                    empty_label=_("Nobody yet"))

    use_required_attribute = False

    def __init__(self, data=None, *, team: Team):
        super().__init__(data, initial={"name": team.name, "kind": team.kind, "leader": team.leader_id})
        self.fields["leader"].queryset = Volunteer.objects.filter(memberships__team=team, memberships__left_on=None)
        self.fields["leader"].label_from_instance = lambda one: f"{one.masked_name} {one.number}"


class JoinForm(forms.Form):
    """By the number that the volunteer has; among those whom the desk sees."""

    number = forms.CharField(label=_("Number of the volunteer"), max_length=24,
                             help_text=_("ZY00000012, or 12."), widget=forms.TextInput({"autocomplete": "off"}))

    use_required_attribute = False

    def __init__(self, data=None, *, user):
        self.user = user
        super().__init__(data)

    def clean_number(self) -> Volunteer:
        found = Volunteer.objects.visible_to(self.user).numbered(self.cleaned_data["number"]).first()
        if found is None:
            raise forms.ValidationError(_("No volunteer of your areas has this number."))
        return found
