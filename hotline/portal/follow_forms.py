"""What the caller of a ticket may say about it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hotline.querysets import NUMBER
from incidents.models import Incident
from shuangliu.attachments.forms import WithFiles
from shuangliu.guard import codes
from shuangliu.pages.forms import Chips

from .fields import photos


class CodeForm(codes.CodeForm):
    """Number (RX00000012, RX12 or 12) and the six digits."""

    pattern, begins, looks = NUMBER, _("It begins with RX."), _("A number looks like RX00000012.")


class JudgeForm(forms.Form):
    satisfaction = forms.ChoiceField(label=_("Are you satisfied?"), choices=Incident.Satisfaction, widget=Chips)
    comment = forms.CharField(label=_("In your words"), max_length=500, required=False,
                              widget=forms.Textarea({"rows": 2}))

    use_required_attribute = False

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("satisfaction") == Incident.Satisfaction.UNSATISFIED and not cleaned.get("comment"):
            self.add_error("comment", _("Please say what is not settled: it is done again."))
        return cleaned


class ReopenForm(forms.Form):
    reason = forms.CharField(label=_("What is not settled?"), max_length=500, widget=forms.Textarea({"rows": 2}))

    use_required_attribute = False


class RemarkForm(WithFiles):
    text = forms.CharField(label=_("What do you want to add?"), max_length=1000, widget=forms.Textarea({"rows": 3}))
    photos = photos(3, _("Photos"))

    use_required_attribute = False

    def __init__(self, data=None, files=None):
        super().__init__(data, files, by=None)
