"""What each act asks for. The cleaned fields are the keywords of the action of the same verb."""

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.models import Incident
from shuangliu.pages.forms import Chips

from ..models import CallBack, Ticket, WrapUp

LONG, LONGEST = 500, 2000


def text(label, *, required: bool = True, rows: int = 3, most: int = LONG, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, widget=forms.Textarea({"rows": rows}),
                           **more)


class ActForm(forms.Form):
    """A form about `ticket`, filled in by `by`."""

    def __init__(self, *args, ticket: Ticket, by, **kwargs):
        self.ticket, self.by = ticket, by
        super().__init__(*args, **kwargs)

    def given(self) -> dict:
        """The keywords of the action."""
        return self.cleaned_data


class NoteForm(ActForm):
    note = text(_("Note"), required=False, rows=2)


class ReasonForm(ActForm):
    reason = text(_("Reason"))


class WrapUpField(forms.ModelChoiceField):
    """How a call ended, of the codes that lead there."""

    def __init__(self, *leads: str, **more):
        super().__init__(WrapUp.objects.filter(is_active=True, leads__in=leads), to_field_name="code", required=False,
                         label=_("How the call ended"), empty_label=_("not said"), **more)


class AnswerForm(ActForm):
    answer = text(_("Answer to the caller"), rows=4, most=LONGEST, help_text=_("As it was said: the caller can read it "
                                                                            "by number and code."))
    wrap_up = WrapUpField(WrapUp.Leads.ANSWERED, WrapUp.Leads.EMERGENCY, WrapUp.Leads.ELSEWHERE)


class InvalidateForm(ActForm):
    wrap_up = WrapUpField(WrapUp.Leads.INVALID)
    reason = text(_("Reason"), rows=2)


class JoinForm(ActForm):
    """`into` by its number, of what `by` may see."""

    into = forms.CharField(label=_("Number of the earlier ticket"), max_length=20,
                           widget=forms.TextInput({"placeholder": "RX00000001"}))

    def clean_into(self) -> Ticket:
        found = Ticket.objects.visible_to(self.by).numbered(self.cleaned_data["into"]).select_related(
            "joined_to").first()
        if found is None:
            raise forms.ValidationError(_("There is no ticket with this number."))
        goes_on = found.joined_to or found
        if goes_on.pk == self.ticket.pk or not goes_on.is_open:
            raise forms.ValidationError(_("That ticket is over, or is this one. Please send this one by itself."))
        return goes_on


class ReviewForm(ActForm):
    answer = text(_("Answer to the caller"), rows=5, most=LONGEST,
                  help_text=_("In words that the caller understands, without the names of others."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].initial = self.ticket.answer


class CallBackForm(ActForm):
    result = forms.ChoiceField(label=_("Call-back"), choices=CallBack.Result, widget=Chips)
    satisfaction = forms.ChoiceField(label=_("Says about it"), choices=Incident.Satisfaction, widget=Chips,
                                     required=False)
    note = text(_("What was said"), required=False, help_text=_("Who is not satisfied: what is missing. The office "
                                                                "reads it, without the name."))

    def clean(self):
        cleaned = super().clean()
        result, said = cleaned.get("result"), cleaned.get("satisfaction")
        if result == CallBack.Result.REACHED and not said:
            self.add_error("satisfaction", _("Please ask how satisfied they are."))
        if result in (CallBack.Result.UNREACHABLE, CallBack.Result.REFUSES) and said:
            self.add_error("satisfaction", _("Only who was reached and wants to say can be satisfied or not."))
        if said == Incident.Satisfaction.UNSATISFIED and not cleaned.get("note"):
            self.add_error("note", _("Please write what is missing: it is done again by these words."))
        return cleaned
