"""Sending a ticket to those who can: an office by way of an incident, or the mediators."""

from django import forms
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from incidents import choices, similar
from incidents.forms.questions import WithQuestions
from incidents.forms.report import CategoryField, picker_choices
from incidents.models import Incident
from mediation.models import DisputeCategory
from shuangliu.pages.forms import TwoTapPicker

from ..discretion import unnamed
from .acts import ActForm, text


class DispatchForm(WithQuestions, ActForm):
    """The category with its questions; `joins` an open incident nearby that others have reported already."""

    category = CategoryField(label=_("Category"), widget=TwoTapPicker)
    joins = forms.IntegerField(required=False, widget=forms.HiddenInput)
    note = text(_("Note"), required=False, rows=2, help_text=_("For the hotline: the office does not read it."))

    use_required_attribute = False

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        self.fields["category"].choices = picker_choices()
        if self.ticket.category_id:
            self.fields["category"].initial = self.ticket.category.code

    @property
    def nearby(self) -> list:
        """What may be the same matter, as far as people in the street see it."""
        ticket = self.ticket
        if ticket.longitude is None:
            return []
        return similar.similar(self.by, now(), category=ticket.category, longitude=ticket.longitude,
                               latitude=ticket.latitude, text=ticket.content)

    def clean(self):
        cleaned = super().clean()
        cleaned["joins"] = self._joined(cleaned)
        return cleaned

    def _joined(self, cleaned: dict) -> Incident | None:
        """One of those that were shown: nothing far away, nothing that is over."""
        if cleaned.get("joins") is None:
            return None
        ticket, found = self.ticket, None
        if ticket.longitude is not None:
            around = similar.near(now(), ticket.category, ticket.longitude, ticket.latitude)
            found = around.filter(pk=cleaned["joins"]).select_related("category__parent").first()
        if found is None or not found.is_open or not similar.may_join(self.by, found):
            self.add_error(None, _("The incident that you wanted to join is over, or is not here. Send the ticket by "
                                   "itself."))
            return None
        return found

    def given(self) -> dict:
        return {"category": self.cleaned_data["category"], "joins": self.cleaned_data["joins"],
                "note": self.cleaned_data["note"], "answers": self.answers()}


class MediateForm(ActForm):
    category = forms.ModelChoiceField(DisputeCategory.objects.none(), label=_("Kind of dispute"), to_field_name="code",
                                      help_text=_("As the mediation centre counts it."))
    title = forms.CharField(label=_("Title"), max_length=100, help_text=_("What the dispute is about, in one line."))
    people = forms.IntegerField(label=_("People involved"), min_value=1, max_value=100_000, initial=2,
                                widget=forms.NumberInput({"inputmode": "numeric"}))
    note = text(_("Note"), required=False, rows=2, help_text=_("For the hotline: the office does not read it."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["category"]
        field.queryset = DisputeCategory.objects.filter(is_active=True)
        field.choices = [("", "---------"), *choices.disputes()]

    def clean_title(self) -> str:
        return unnamed(self.ticket, self.cleaned_data["title"])[:100]
