"""Fields that several forms have, and what all forms about a courtyard share."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import DayField, PhotoInput

MOST_PEOPLE = 15
NOTE, PHOTOS = _("Note"), _("Photos")


class ActForm(WithFiles):
    """A form about `courtyard`, filled in by `by` at `at`; `uuid` names it. Forms of acts that may be sent twice say
    `once = True`: the action is told the number."""

    use_required_attribute = False
    once = False

    def __init__(self, *args, courtyard, by, at, **kwargs):
        self.courtyard, self.at = courtyard, at
        super().__init__(*args, by=by, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Fill in what is known."""

    @property
    def today(self):
        return localdate(self.at)

    def given(self) -> dict:
        """The keywords of the action: the files are known by the number of the form."""
        left_out = {*self.file_fields, *(() if self.once else ("uuid",))}
        return {name: value for name, value in self.cleaned_data.items() if name not in left_out}


def text(label, *, required: bool = True, rows: int = 3, most: int = 1000, **more) -> forms.CharField:
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, widget=widget, **more)


def note(label=NOTE, **more) -> forms.CharField:
    more.setdefault("help_text", _("No names of residents."))
    return text(label, required=False, rows=2, **more)


def count(label, **more) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=100_000,
                              widget=forms.NumberInput({"inputmode": "numeric"}), **more)


def photos(label=PHOTOS, *, part: str = "", role=Role.REPORT, most: int = 4, required: bool = False, **more):
    return StagedPhotosField(role=role, part=part, most=most, required=required, label=label, **more)


def papers(label, *, required: bool = True):
    """Photos of a paper, or a PDF."""
    return StagedPhotosField(role=Role.PAPER, most=6, required=required, label=label,
                             widget=PhotoInput({"accept": "image/*,application/pdf"}, most=6))


class YuanField(forms.DecimalField):
    """Yuan as they are typed; cleans to whole fen, or to 0 where nothing is typed."""

    def __init__(self, **kwargs):
        widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(**{"min_value": 0, "max_digits": 11, "decimal_places": 2, "widget": widget, **kwargs})

    def clean(self, value) -> int:
        return int((super().clean(value) or 0) * 100)

    def prepare_value(self, value):
        """Fen that were filled in before are shown in yuan; what was typed stays."""
        return f"{value // 100}.{value % 100:02}" if isinstance(value, int) else value


class PastDayField(DayField):
    """Today or before; `today` is set by the form."""

    today = None

    def clean(self, value):
        day = super().clean(value)
        if day and self.today and day > self.today:
            raise ValidationError(_("This day has not come yet."))
        return day


class PeopleField(forms.CharField):
    """One person a line: name, then a phone if there is one. Cleans to (name, phone)."""

    PHONE = re.compile(r"1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7}")

    def __init__(self, **kwargs):
        widget = forms.Textarea({"rows": 5, "autocomplete": "off", "spellcheck": "false", "data-draft-skip": True})
        kwargs.setdefault("help_text", _("One a line: name, then the phone. Nothing else is written down of them."))
        super().__init__(max_length=1500, widget=widget, **kwargs)

    def clean(self, value) -> list[tuple[str, str]]:
        found = []
        for line in unicodedata.normalize("NFKC", super().clean(value)).splitlines():
            words = [word for word in re.split(r"[\s,，、;；:：]+", line) if word]
            if not words:
                continue
            digits = "".join(words[1:]).replace("-", "")
            if digits and not self.PHONE.fullmatch(digits):
                raise ValidationError(_("“%(line)s”: a name, then a phone with 11 digits."), params={"line": line})
            if len(words[0]) > 50 or words[0][0].isdigit():
                raise ValidationError(_("“%(line)s” does not begin with a name."), params={"line": line})
            found.append((words[0], digits))
        if len({name for name, _phone in found}) < len(found):
            raise ValidationError(_("Somebody stands here twice."))
        if not 3 <= len(found) <= MOST_PEOPLE:
            raise ValidationError(_("A committee has 3 to %(most)s members."), params={"most": MOST_PEOPLE})
        return found


class VoteFields(ActForm):
    """How many households were asked, and what they said."""

    entitled = count(_("households entitled to vote"))
    votes_for = count(_("households for it"))
    votes_against = count(_("households against it"))
    voted_on = PastDayField(label=_("voted on"))

    def prepare(self):
        self.fields["entitled"].initial = self.courtyard.households or None
        self.fields["voted_on"].initial = self.fields["voted_on"].today = self.today

    def clean(self):
        cleaned = super().clean()
        entitled, given = cleaned.get("entitled"), (cleaned.get("votes_for") or 0) + (cleaned.get("votes_against") or 0)
        if entitled == 0:
            self.add_error("entitled", _("Somebody has to be entitled."))
        elif entitled is not None and given > entitled:
            self.add_error("votes_for", _("More votes than households."))
        return cleaned
