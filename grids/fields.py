"""Fields of forms that name an area."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from .models import Area, Level


class AreaField(forms.ModelChoiceField):
    """A town, or a community of it, by its code."""

    def __init__(self, **kwargs):
        areas = Area.objects.filter(level__in=[Level.TOWN, Level.COMMUNITY]).defer("outline")
        super().__init__(areas, to_field_name="code", **kwargs)

    def offer(self) -> None:
        """Choices of today: each town with what belongs to it."""
        rows = list(Area.objects.filter(level__in=[Level.TOWN, Level.COMMUNITY]).current(localdate()).order_by("key")
                    .values_list("pk", "parent", "level", "code", "name"))
        towns = {pk: (name, [(code, name)]) for pk, _parent, level, code, name in rows if level == Level.TOWN}
        for _pk, parent, level, code, name in rows:
            if level == Level.COMMUNITY and parent in towns:
                towns[parent][1].append((code, name))
        self.choices = [("", _("I do not know")), *towns.values()]
