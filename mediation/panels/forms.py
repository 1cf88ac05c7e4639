"""What is asked about a panel."""

from django import forms
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import ManyChips

from ..forms.acts import ActForm, KeptForm, lines
from ..network.models import Expert
from .models import PanelMember

LONGEST = {name: PanelMember._meta.get_field(name).max_length for name in ("name", "field")}


class ExpertsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, expert):
        return " · ".join(filter(None, (expert.name, expert.field, expert.employer)))


class ConsultForm(KeptForm):
    question = forms.CharField(label=_("Question to the experts"), max_length=5000, widget=lines(5),
                               help_text=_("Facts and legal points, without the names of the parties."))
    pool = ExpertsField(label=_("Experts of the pool"), queryset=Expert.objects.none(), required=False,
                        widget=ManyChips)
    experts = forms.CharField(label=_("Other experts"), max_length=2000, required=False, widget=lines(3),
                              help_text=_("One a line: name, then the field, for instance 王律师 法律."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        category = self.case.category
        advises = Q(categories__in=[category.pk, category.parent_id])
        self.fields["pool"].queryset = (
            Expert.objects.visible_to(self.by).active()
            .annotate(n=Count("categories", filter=advises)).order_by("-n", "field", "id"))

    def clean(self):
        super().clean()
        if self.errors:
            return self.cleaned_data
        chosen = {expert.name for expert in self.cleaned_data["pool"]}
        self.cleaned_data["experts"] = [one for one in self.cleaned_data["experts"] if one[0] not in chosen]
        if not (chosen or self.cleaned_data["experts"]):
            self.add_error("pool", _("Choose at least one expert."))
        return self.cleaned_data

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
