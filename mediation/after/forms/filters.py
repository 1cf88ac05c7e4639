"""Narrowing the list of duties."""

from django import forms
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q, posts_for
from grids.models import Area, Level

from ..models.duty import KINDS


class DutyFilter(forms.Form):
    kind = forms.ChoiceField(label=_("What is due"), required=False, choices=[
        ("", _("Everything")), *((kind.value, kind.label) for kind in KINDS)])
    area = forms.ModelChoiceField(Area.objects.none(), label=_("Town (subdistrict)"), required=False,
                                  to_field_name="code", empty_label=_("All"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        posts = posts_for(user, "duty.view")
        self.fields["area"].queryset = Area.objects.at(Level.TOWN).filter(area_q([post.area for post in posts], "key"))

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    def narrow(self, duties):
        """The duties that fit; none for an answer that is no choice."""
        if not self.is_valid():
            return duties.none()
        given = self.cleaned_data
        if given["kind"]:
            duties = duties.filter(kind=given["kind"])
        return duties.in_area(given["area"]) if given["area"] else duties
