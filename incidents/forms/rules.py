"""What is tried on the past."""

from datetime import datetime, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import RoutingRule

DAYS = (7, 30, 90)


class DryRunForm(forms.Form):
    """`rules`: those in force, with the drafts, or a single one by its code; of `known`, which are valid today."""

    IN_FORCE, WITH_DRAFTS = "in-force", "drafts"

    rules = forms.ChoiceField(label=_("Try"))
    days = forms.TypedChoiceField(label=_("On the incidents of"), coerce=int,
                                  choices=[(days, _("the last %(n)d days") % {"n": days}) for days in DAYS])

    def __init__(self, data, *, known):
        super().__init__(data)
        self.known = known
        self.fields["rules"].choices = [
            (self.IN_FORCE, _("the rules in force")), (self.WITH_DRAFTS, _("the rules in force and the drafts")),
            (_("One rule alone"), [(rule.code, str(rule)) for rule in self.known]),
        ]

    def chosen(self) -> list[RoutingRule]:
        wanted = self.cleaned_data["rules"]
        if wanted == self.WITH_DRAFTS:
            return list(self.known)
        if wanted == self.IN_FORCE:
            return [rule for rule in self.known if not rule.is_draft]
        return [rule for rule in self.known if rule.code == wanted]

    def since(self, at: datetime) -> datetime:
        return at - timedelta(days=self.cleaned_data["days"])
