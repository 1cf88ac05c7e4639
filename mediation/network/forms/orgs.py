"""An organisation and its members."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from grids.models import Department
from shuangliu.pages.forms import Chips

from ...models import DisputeCategory, MediationOrg, Mediator, OrgMember
from ...models.network import keys_above
from .base import RowForm, not_ahead

YEARS = 3  # of a term (People's Mediation Law art. 9)


def end_of_term(first: date) -> date:
    """The last day of a term that begins on this day."""
    try:
        return first.replace(year=first.year + YEARS) - timedelta(days=1)
    except ValueError:  # the 29th of February
        return first.replace(year=first.year + YEARS, day=28)


class OrgForm(RowForm):
    class Meta:
        model = MediationOrg
        fields = ["name", "kind", "place", "area", "center", "specialty", "department", "founded_on", "filed_on",
                  "term_from", "term_to"]
        widgets = {"kind": Chips, "place": Chips}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_areas()
        self.fields["kind"].choices = MediationOrg.Kind.choices
        self.fields["place"].choices = MediationOrg.Place.choices
        self.fields["center"].queryset = self.centers_near()
        self.fields["center"].empty_label = _("Please choose")
        self.fields["specialty"].queryset = DisputeCategory.objects.filter(is_active=True).select_related("parent")
        self.fields["specialty"].label_from_instance = lambda category: f"{category.code} {category.label}"
        self.fields["specialty"].empty_label = _("General")
        self.fields["department"].queryset = Department.objects.filter(is_active=True).order_by("area__key", "code")
        self.fields["term_to"].help_text = _(
            "Left empty: three years from the first day (People's Mediation Law art. 9).")
        for name in ("founded_on", "filed_on"):
            self.fields[name].validators.append(not_ahead)

    def clean(self):
        super().clean()
        given = self.cleaned_data
        area, center = given.get("area"), given.get("center")
        if area and center and center.area.key not in keys_above(area.key):
            self.add_error("center", _("This centre does not serve the area."))
        if given.get("term_from") and not given.get("term_to"):
            given["term_to"] = end_of_term(given["term_from"])
        return given

    @property
    def changed_data(self):
        """A term whose end follows from its first day has changed too."""
        changed = super().changed_data
        return [*changed, "term_to"] if "term_from" in changed and "term_to" not in changed else changed


class MemberForm(RowForm):
    class Meta:
        model = OrgMember
        fields = ["org", "name", "sex", "position", "since", "until", "mediator"]
        widgets = {"sex": Chips, "position": Chips}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_orgs()
        self.fields["sex"].choices, self.fields["position"].choices = OrgMember.Sex.choices, OrgMember.Position.choices
        self.fields["until"].help_text = _("Left empty while they are a member.")
        org = self.instance.org_id or self._chosen()
        self.fields["mediator"].queryset = Mediator.objects.filter(org=org) if org else Mediator.objects.none()
        self.fields["mediator"].empty_label = _("Is no mediator here")
        if not org:
            del self.fields["mediator"]  # offered once it is known of which organisation

    def _chosen(self) -> int | None:
        """The organisation that was sent, or that the page was opened for."""
        sent = self.data.get("org") if self.is_bound else self.initial.get("org")
        return int(sent) if str(sent or "").isascii() and str(sent or "").isdigit() and len(str(sent)) < 19 else None

    def clean(self):
        super().clean()
        given = self.cleaned_data
        mediator = given.get("mediator")
        if mediator and mediator.org_id != getattr(given.get("org"), "pk", None):
            raise ValidationError({"mediator": _("This mediator belongs to another organisation.")})
        return given
