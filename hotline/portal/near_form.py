"""The question of a page that is being filled in: what is open around here?"""

from django import forms

from incidents.forms.report import CategoryField


class NearForm(forms.Form):
    category = CategoryField(required=False)
    longitude = forms.FloatField(min_value=-180, max_value=180)
    latitude = forms.FloatField(min_value=-90, max_value=90)
