"""How forms look: the renderer, and widgets for fingers. The markup is in templates/parts/."""

from datetime import date, datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms.renderers import TemplatesSetting
from django.utils.timezone import get_default_timezone, localdate, make_aware
from django.utils.translation import gettext_lazy as _


def day_start(day: date) -> datetime:
    """The first moment of a local day."""
    return make_aware(datetime.combine(day, time()), get_default_timezone())


def midnight_after(at: datetime) -> datetime:
    """When the local day of `at` is over."""
    return day_start(localdate(at) + timedelta(days=1))


class LookField(forms.BoundField):
    """A field that knows how it is laid out; `{{ form.name.as_field_group }}` prints it."""

    @property
    def kind(self) -> str:
        """check (one box before its label), group (several inputs, a fieldset) or plain."""
        if self.widget_type == "checkbox":
            return "check"
        return "group" if self.use_fieldset else "plain"


class Renderer(TemplatesSetting):
    """FORM_RENDERER: every form and field by templates/parts/_form.html and _field.html."""

    form_template_name = "parts/_form.html"
    field_template_name = "parts/_field.html"
    bound_field_class = LookField


class DayField(forms.DateField):
    """A day of our times: one at the edge of the calendar has no day after it, and no moment in another time zone."""

    EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)

    def __init__(self, *, hidden: bool = False, **kwargs):
        widget = forms.HiddenInput() if hidden else forms.DateInput({"type": "date"}, "%Y-%m-%d")
        super().__init__(widget=widget, **kwargs)
        self.validators += [MinValueValidator(self.EARLIEST), MaxValueValidator(self.LATEST)]


class Chips(forms.RadioSelect):
    """One of a few, each a large target."""

    template_name = "parts/_chips.html"


class ManyChips(forms.CheckboxSelectMultiple):
    """Some of a few, each a large target."""

    template_name = "parts/_chips.html"


class TwoTapPicker(forms.RadioSelect):
    """One of many in two taps: the group, then the entry. Give the field grouped choices."""

    template_name = "parts/_picker.html"

    def use_required_attribute(self, initial):
        # A browser cannot point at an input in a closed group: it would refuse to send without a word.
        return False


class PhotoInput(forms.FileInput):
    """Photographs: the camera or the album of a phone, or files; behaviours/photos.js adds thumbnails.

    `most` is how many at most; `capture` opens the camera at once, without the album.
    `staged` lists what the server keeps already from an attempt before (attachments: `pk`, `name`, `thumbnail_url`).
    """

    template_name = "parts/_photos.html"
    allow_multiple_selected = True
    staged = ()

    def __init__(self, attrs=None, *, most: int = 6, capture: bool = False):
        own = {"accept": "image/*", "multiple": most > 1, "data-most": most}
        if capture:
            own["capture"] = "environment"
        super().__init__({**own, **(attrs or {})})

    def get_context(self, name, value, attrs):
        return {**super().get_context(name, value, attrs), "staged": self.staged}

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)

    def use_required_attribute(self, initial):
        return super().use_required_attribute(initial) and not self.staged


class PhotosField(forms.FileField):
    """Several photographs; cleans to a list of uploaded files.

    Whether each is a picture is for shuangliu.attachments to say; here only that there are any, and not too many.
    """

    default_error_messages = {
        "required": _("Please add at least one photo."),
        "empty": _("“%(name)s” is empty. Please take the photo again."),
        "too_many": _("At most %(most)d photos."),
    }

    def __init__(self, *, most: int = 6, capture: bool = False, **kwargs):
        self.most = most
        kwargs.setdefault("widget", PhotoInput(most=most, capture=capture))
        super().__init__(**kwargs)

    def clean(self, data, initial=None):
        files = [file for file in (data if isinstance(data, list | tuple) else [data]) if file]
        if not files and self.required and not self.widget.staged:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(files) > self.most:
            raise self.too_many()
        for file in files:
            if not file.size:
                raise ValidationError(self.error_messages["empty"], code="empty", params={"name": file.name})
        return files

    def too_many(self) -> ValidationError:
        return ValidationError(self.error_messages["too_many"], code="too_many", params={"most": self.most})
