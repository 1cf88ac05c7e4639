"""Where something is, as the forms of the hotline ask for it: in words, as a town or community, as a point on a map."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from incidents import whereabouts


class Placed(forms.Form):
    """`area` and `place` are fields of the form itself; templates/parts/_where.html draws the map of the two here."""

    longitude = forms.FloatField(min_value=-180, max_value=180, required=False, widget=forms.HiddenInput)
    latitude = forms.FloatField(min_value=-90, max_value=90, required=False, widget=forms.HiddenInput)

    def clean(self):
        given = super().clean()
        point = [given.get("longitude"), given.get("latitude")]
        if point.count(None) == 1:
            self.add_error("place", _("A point has a longitude and a latitude."))
        elif given.get("area"):
            try:
                whereabouts.place(given["area"], *point)
            except ValidationError as error:
                self.add_error("place", error)
        return given
