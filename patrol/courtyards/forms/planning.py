"""The plan, its items, the vote, and what the town and the county say."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ..actions.planning import left_of
from ..catalogue import Source, Works
from ..models import CourtyardRule, Programme
from ..yuan import yuan
from .fields import ActForm, VoteFields, YuanField, note, text


class PlanForm(ActForm):
    once = True
    text = text(_("what shall be done"), rows=6, most=4000,
                help_text=_("In the words of the residents: what, where, in which order. No names."))
    from_programme = YuanField(label=_("From the county programme (yuan)"), required=False)
    from_town = YuanField(label=_("From the town budget (yuan)"), required=False)
    from_residents = YuanField(label=_("From the residents (yuan)"), required=False)
    from_others = YuanField(label=_("From others (yuan)"), required=False)
    note = note()

    def prepare(self):
        if before := self.courtyard.plan:
            for name in ("text", *(f"from_{source}" for source in Source)):
                self.fields[name].initial = getattr(before, name)


class ItemForm(ActForm):
    once = True
    kind = forms.ChoiceField(label=_("kind of works"), choices=Works, widget=Chips)
    what = forms.CharField(label=_("what exactly"), max_length=120)
    source = forms.ChoiceField(label=_("paid by"), choices=Source, widget=Chips)
    planned = YuanField(label=_("cost as planned (yuan)"), min_value=Decimal("0.01"))

    def prepare(self):
        plan = self.courtyard.plan
        self.fields["source"].choices = [(one.value, one.label) for one in Source if plan and plan.amount_from(one)]


class VoteForm(VoteFields):
    note = note()

    def prepare(self):
        super().prepare()
        rule, asked = CourtyardRule.current(), self.courtyard.households
        said = {"of": rule.share_of, "in": rule.share_in, "asked": asked, "needed": rule.needed(asked)}
        self.fields["votes_for"].help_text = _(
            "A plan passes with %(of)s of %(in)s; of %(asked)s households %(needed)s.") % said


class EndorseForm(ActForm):
    note = note(_("What the town says"))


class ApproveForm(ActForm):
    programme = forms.ModelChoiceField(Programme.objects.none(), label=_("Programme that pays"), empty_label=None)
    note = note(_("Guidance of the comprehensive-management office"))

    def prepare(self):
        plan, programme = self.courtyard.plan, self.fields["programme"]
        if not plan or not plan.from_programme:
            del self.fields["programme"]
            return
        programme.queryset = Programme.objects.filter(starts_on__lte=self.today, ends_on__gte=self.today)
        programme.initial = programme.queryset.first()
        programme.label_from_instance = lambda one: _("%(name)s, %(left)s left") % {
            "name": one.name, "left": yuan(left_of(one))}
        programme.help_text = _("The plan asks for %(asked)s.") % {"asked": yuan(plan.from_programme)}


class SendBackForm(ActForm):
    note = text(_("What has to change"), rows=3)
