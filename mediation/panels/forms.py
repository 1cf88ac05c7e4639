"""What is asked about a panel."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..forms.acts import ActForm, KeptForm, lines
from .models import PanelMember

LONGEST = {name: PanelMember._meta.get_field(name).max_length for name in ("name", "field")}


class ConsultForm(KeptForm):
    question = forms.CharField(label=_("Question to the experts"), max_length=5000, widget=lines(5),
                               help_text=_("Facts and legal points, without the names of the parties."))
    experts = forms.CharField(label=_("Experts"), max_length=2000, widget=lines(4),
                              help_text=_("One a line: name, then the field, for instance 王律师 法律."))

    def clean_experts(self) -> list[tuple[str, str]]:
        """The pairs of name and field; a field may have several words, a name has one."""
        experts = {}
        for line in filter(None, map(str.strip, self.cleaned_data["experts"].splitlines())):
            name, _space, field = line.replace("，", " ").replace(",", " ").partition(" ")
            if not field.strip() or len(name) > LONGEST["name"] or len(field.strip()) > LONGEST["field"]:
                raise forms.ValidationError(_("“%(line)s” is not a name and a field."), params={"line": line})
            experts[name] = field.strip()
        return list(experts.items())


class AdviseForm(ActForm):
    opinion = forms.CharField(label=_("Written opinion"), max_length=10000, widget=lines(8))
    plan = forms.CharField(label=_("Guidance for the mediation"), max_length=5000, widget=lines(5),
                           help_text=_("What the mediators should propose, step by step."))
