"""What narrows the list of leases."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ...filters import ANY, CountedFilter
from ..measures import TALLY_BY_NAME
from ..models.leases import Filer
from ..states import State


class LeaseFilter(CountedFilter):
    act, moment, tallies, alike = "lease.view", "filed_at", TALLY_BY_NAME, ("state", "filed_by")

    state = forms.ChoiceField(label=_("State"), choices=[ANY, *State.choices], required=False)
    filed_by = forms.ChoiceField(label=_("Who files it"), choices=[ANY, *Filer.choices], required=False)
