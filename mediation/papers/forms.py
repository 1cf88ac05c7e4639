"""What is asked when papers are printed, filed, put away and taken out."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import Chips, PhotoInput

from ..forms.acts import ActForm, lines
from .actions import gaps
from .binding import Unreadable, pages_of
from .inventory import Item
from .models import Retention

WANTED = [("pdf", _("To be signed, as PDF")), ("word", _("To be signed, as Word")),
          ("originals", _("Signed originals, as PDF"))]


class PrintForm(forms.Form):
    """Which papers, in which form, and why; `items` are those of the case."""

    papers = forms.MultipleChoiceField(error_messages={
        "required": _("Please tick at least one paper."), "invalid_choice": _("This paper is not there any more.")})
    wanted = forms.ChoiceField(label=_("What is wanted"), choices=WANTED, initial="pdf", widget=Chips)
    two_sided = forms.BooleanField(
        label=_("For two-sided printing"), required=False,
        help_text=_("Each paper begins on a sheet of its own."))
    purpose = forms.CharField(
        label=_("Purpose"), min_length=4, max_length=200,
        help_text=_("For instance: to be signed by the parties. Papers hold names and ID numbers in clear; "
                    "each making is logged with your name, the time and your address."))

    def __init__(self, *args, items: list[Item], **kwargs):
        super().__init__(*args, **kwargs)
        self.items = {item.key: item for item in items}
        self.fields["papers"].choices = [(key, item.label) for key, item in self.items.items()]

    def clean(self):
        chosen = [item for key, item in self.items.items() if key in self.cleaned_data.get("papers", ())]
        wanted = self.cleaned_data.get("wanted")
        if wanted == "originals" and not all(item.is_there for item in chosen):
            self.add_error("papers", _("Of some of these papers no signed original has been filed."))
        elif wanted in {"pdf", "word"} and not all(item.fits for item in chosen):
            self.add_error("papers", _("Some of these papers belong to an earlier round: only their originals can be "
                                     "opened."))
        self.cleaned_data["chosen"] = chosen
        return self.cleaned_data


class DossierForm(forms.Form):
    purpose = forms.CharField(label=_("Purpose"), min_length=4, max_length=200,
                              help_text=_("It is logged with your name, the time and your address."))


class ScanInput(PhotoInput):
    def __init__(self, **kwargs):
        super().__init__({"accept": "image/*,application/pdf"}, **kwargs)


class OriginalForm(WithFiles):
    """The signed paper: photographed or scanned, or at least said to lie in the folder."""

    scan = StagedPhotosField(
        label=_("Photos or scan"), role=Role.PAPER, most=20, required=False, widget=ScanInput(most=20),
        help_text=_("A photo of each page in their order, or one PDF of the scanner."))
    pages = forms.IntegerField(
        label=_("Pages in the folder"), required=False, min_value=1, max_value=500,
        help_text=_("Only without a scan: the signed paper lies in the paper folder and has so many pages."))
    note = forms.CharField(label=_("Note"), required=False, max_length=200,
                           help_text=_("For instance why a scan replaces another one. No names."))

    def clean(self):
        cleaned = super().clean()
        files = cleaned.get("scan") or []
        if files:
            cleaned["pages"] = sum(self._count(file) for file in files)
        elif "scan" not in self.errors and not cleaned.get("pages"):
            self.add_error("scan", _("Please add photos or a scan, or say how many pages lie in the folder."))
        if cleaned.get("pages") and cleaned["pages"] > 500:
            self.add_error("scan", _("At most 500 pages."))
        return cleaned

    def _count(self, file) -> int:
        """How many pages it has. What nobody can open is not filed."""
        if file.is_picture:
            return 1
        try:
            with file.file.open("rb") as opened:
                return len(pages_of(opened))
        except Unreadable:
            self.add_error("scan", _("“%(name)s” cannot be opened: it is damaged or asks for a password.")
                           % {"name": file.name})
            return 0

    def given(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("uuid", "pages", "note")}


class ArchiveForm(ActForm):
    retention = forms.ChoiceField(label=_("Retention"), choices=Retention.choices, initial=Retention.LONG, widget=Chips)
    statement = forms.CharField(
        label=_("Statement on the dossier"), required=False, max_length=2000, widget=lines(3),
        help_text=_("Whatever a later reader has to know: papers that are lacking for a reason, copies in place of "
                    "originals."))

    def clean(self):
        cleaned = super().clean()
        if lacking := gaps(self.case):
            raise forms.ValidationError(
                _("The dossier is not complete. There is no signed original of: %(papers)s."),
                params={"papers": "、".join(str(item.label) for item in lacking)})
        return cleaned


class TakeOutForm(ActForm):
    reason = forms.CharField(label=_("Reason"), min_length=4, max_length=200, widget=lines(2),
                             help_text=_("For instance: the court asks for the original; a paper was filed wrongly."))
