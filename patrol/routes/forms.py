"""What is asked about routes."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q, posts_for
from grids.models import Area, Level

from ..points.models import PatrolPoint


class AreaField(forms.ModelChoiceField):
    """A town or community of theirs."""

    def __init__(self, **kwargs):
        super().__init__(Area.objects.none(), empty_label=None, **kwargs)

    def serve(self, user, act: str):
        areas = [post.area for post in posts_for(user, act)]
        self.queryset = Area.objects.current(localdate()).filter(
            area_q(areas, "key"), level__in=[Level.TOWN, Level.COMMUNITY]).defer("outline").order_by("key")

    def label_from_instance(self, obj):
        return obj.name if obj.level == Level.TOWN else f"　{obj.name}"


class RouteForm(forms.Form):
    name = forms.CharField(label=_("name"), max_length=60)
    area = AreaField(label=_("area"))
    is_shuffled = forms.BooleanField(label=_("points in random order"), required=False, help_text=_(
        "Each shift gets them in an order of its own, so that nobody can set the clock by it."))

    use_required_attribute = False

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].serve(user, "route.edit")


class PointForm(forms.Form):
    """The next point of a route: one of its town that is in use."""

    point = forms.ModelChoiceField(PatrolPoint.objects.none(), label=_("Next point"), empty_label=None,
                                   widget=forms.Select({"data-behaviour": "find"}))

    def __init__(self, *args, route, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["point"].queryset = PatrolPoint.objects.visible_to(user).in_use().filter(
            town_key=route.town_key).exclude(pk__in=route.stops.values("point")).order_by("area_key", "name")


class StopForm(forms.Form):
    """Which point, and what to do with it."""

    point = forms.IntegerField(widget=forms.HiddenInput)
    do = forms.ChoiceField(choices=[("up", "up"), ("down", "down"), ("remove", "remove")], widget=forms.HiddenInput)
