"""Fields that several forms of the public have."""

import base64
import re
import unicodedata
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.models import Area, Level
from shuangliu.attachments.forms import StagedPhotosField
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import PhotoInput

PHONE = re.compile(r"1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7}")


@dataclass(frozen=True)
class Preview:
    """A photo that waits for its form, as the page shows it: in the page itself, because whoever has no account opens
    no file of ours."""

    pk: int
    name: str
    thumbnail_url: str


class PublicPhotoInput(PhotoInput):
    """The photos of who has no account."""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        return {**context, "staged": [self._preview(photo) for photo in self.staged]}

    def _preview(self, photo) -> Preview:
        with photo.thumbnail.open("rb") as file:
            return Preview(photo.pk, photo.name, f"data:image/jpeg;base64,{base64.b64encode(file.read()).decode()}")


def photos(most: int, label) -> StagedPhotosField:
    """A field for photos as they were taken."""
    return StagedPhotosField(role=Role.REPORT, most=most, required=False, label=label,
                             widget=PublicPhotoInput(most=most))


class PhoneField(forms.CharField):
    """A mobile or a line, however it is written; cleans to digits."""

    def __init__(self, **kwargs):
        # A phone that several people use keeps no draft of it.
        widget = forms.TextInput({"type": "tel", "inputmode": "tel", "autocomplete": "tel", "data-draft-skip": True})
        super().__init__(max_length=20, widget=widget, **kwargs)

    def clean(self, value):
        plain = re.sub(r"[\s\-()]", "", unicodedata.normalize("NFKC", super().clean(value))).removeprefix("+86")
        if plain and not PHONE.fullmatch(plain):
            raise ValidationError(_("This is no phone number that we can call: 11 digits, or a line with its "
                                    "area code."))
        return plain


def county() -> Area | None:
    """The county of this hotline."""
    return Area.objects.current(localdate()).filter(level=Level.COUNTY).defer("outline").order_by("key").first()
