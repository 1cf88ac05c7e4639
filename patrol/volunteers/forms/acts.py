"""What each act on a volunteer asks."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.models import Post
from grids.people import AccountField, colleagues
from grids.roles import Role
from shuangliu.pages.forms import Chips, DayField

from ..kinds import Course, Service, Skill
from ..models import Volunteer
from .people import CommunityField, PersonForm


class ActForm(forms.Form):
    """A form over one volunteer; `given()` is what its action takes."""

    use_required_attribute = False

    def __init__(self, *args, volunteer: Volunteer, by, **kwargs):
        self.volunteer, self.by = volunteer, by
        super().__init__(*args, **kwargs)

    def given(self) -> dict:
        return self.cleaned_data


class NothingForm(ActForm):
    pass


class VerifyForm(ActForm):
    """The card is compared with what was said; a minor's guardian has agreed."""

    seen = forms.BooleanField(label=_("I have the card before me: name, number and birthday are those of the entry"))
    guardian_agreed = forms.BooleanField(label=_("The guardian's consent was seen in writing"), required=False)
    shares_phone = forms.BooleanField(label=_("Another volunteer has this phone, too: they share it"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.volunteer.is_minor_on(localdate()):
            del self.fields["guardian_agreed"]

    def given(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class ReasonForm(ActForm):
    reason = forms.CharField(label=_("Reason, in words they may read"), max_length=200)


class TrainForm(ActForm):
    course = forms.ChoiceField(label=_("course"), choices=Course, widget=Chips)
    held_on = DayField(label=_("held on"))

    def clean_held_on(self):
        if self.cleaned_data["held_on"] > localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return self.cleaned_data["held_on"]


class InsureForm(ActForm):
    insurer = forms.CharField(label=_("insurer"), max_length=60)
    policy = forms.CharField(label=_("policy number"), max_length=40)
    starts_on = DayField(label=_("first day"))
    ends_on = DayField(label=_("last day"))


class BindForm(ActForm):
    """The account of a volunteer of this community; empty: none."""

    user = AccountField(label=_("account"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].widget.offered = colleagues([self.volunteer.area], localdate(), role=Role.VOLUNTEER)
        if self.volunteer.user:
            self.initial.setdefault("user", self.volunteer.user.username)

    def clean_user(self):
        user = self.cleaned_data["user"]
        if user and not Post.objects.filter(user=user, role=Role.VOLUNTEER).on(localdate()).exists():
            raise forms.ValidationError(_("This account holds no post as a volunteer."))
        return user


class CorrectForm(ActForm, PersonForm):
    """Only what is typed anew changes of name, number and phones: they are not shown in clear here."""

    area = CommunityField()
    KEPT = ("name", "id_number", "phone", "guardian_name", "guardian_phone")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].serve(self.by, "volunteer.correct")
        has = {one.what for one in self.volunteer.abilities.all()}
        self.initial |= {"document": self.volunteer.document, "born_on": self.volunteer.born_on,
                         "area": self.volunteer.area.code, "services": sorted(has & {*Service.values}),
                         "skills": sorted(has & {*Skill.values}), "times": sorted(has)}
        masked = {"name": self.volunteer.masked_name, "id_number": self.volunteer.masked_id_number,
                  "phone": self.volunteer.masked_phone, "guardian_name": self.volunteer.masked_guardian,
                  "guardian_phone": self.volunteer.masked_guardian_phone}
        for name in self.KEPT:
            self.fields[name].required = False
            self.fields[name].widget.attrs["placeholder"] = masked[name]
            self.fields[name].help_text = _("Empty: stays as it is.")

    def given(self) -> dict:
        said = PersonForm.given(self) | {"area": self.cleaned_data["area"]}
        return {name: value for name, value in said.items() if name not in self.KEPT or value}


class CertifyForm(ActForm):
    since = DayField(label=_("first day"), required=False, help_text=_("Empty: from the beginning."))
    until = DayField(label=_("last day"), required=False, help_text=_("Empty: until today."))
