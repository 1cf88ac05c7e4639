"""The question whether something has been reported already: as much of a report as is filled in so far."""

from django import forms

from .report import CategoryField


class SimilarForm(forms.Form):
    category = CategoryField(required=False)
    longitude = forms.FloatField(min_value=-180, max_value=180)
    latitude = forms.FloatField(min_value=-90, max_value=90)
    text = forms.CharField(max_length=2000, required=False)
