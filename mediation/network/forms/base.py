"""What the forms of the network share."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from grids.models import Area, Level
from shuangliu.pages.forms import DayField

from ...forms.register import grouped
from ...models import MediationCenter, MediationOrg
from ...models.network import keys_above


def not_ahead(day) -> None:
    if day and day > localdate():
        raise ValidationError(_("This day lies in the future."))


class WholeForm(forms.ModelForm):
    """Asks the constraints about the whole row, with what the form does not show: whom it belongs to, and whether it is
    in service."""

    def _post_clean(self):
        super()._post_clean()
        if not self.errors:
            try:
                self.instance.validate_constraints()
            except ValidationError as error:
                self.add_error(None, error.messages)


class RowForm(WholeForm):
    """A row of the network, new or to be changed by `user`. `many` names its fields to many."""

    many: tuple[str, ...] = ()

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        for name, field in self.fields.items():
            if isinstance(field, forms.DateField):
                self.fields[name] = DayField(label=field.label, required=field.required, help_text=field.help_text)

    def areas(self) -> list[Area]:
        """Where the user may write, down to communities; one that ended stays where it is written already."""
        here = Area.objects.exclude(level=Level.GRID).filter(scope_q(self.user, "network.edit", "key"))
        return here.select_related("parent").defer("outline", "parent__outline").order_by("key")

    def offer_areas(self) -> None:
        areas = self.areas()
        if not self.instance.area_id:
            areas = areas.current(localdate())
        self.fields["area"].queryset = areas
        self.fields["area"].choices = [
            ("", _("Please choose")), *grouped(areas, lambda area: area.parent or area if area.level == Level.COMMUNITY
                                               else area.get_level_display())]

    def offer_orgs(self) -> None:
        orgs = MediationOrg.objects.filter(scope_q(self.user, "network.edit", "area__key"))
        # What is out of service is not offered anew.
        orgs = (orgs.active() | orgs.filter(pk=self.instance.org_id)).select_related("center").order_by(
            "center__area__key", "center_id", "area__key", "id")
        self.fields["org"].queryset = orgs
        self.fields["org"].choices = [("", _("Please choose")), *grouped(orgs, lambda org: org.center)]

    def centers(self):
        """Those of the areas where the user may write."""
        return MediationCenter.objects.active().filter(scope_q(self.user, "network.edit", "area__key"))

    def centers_near(self):
        """Those, and the centres above: a town's organisation may belong to the county's."""
        above = {key for area in self.areas().filter(level__in=[Level.COUNTY, Level.TOWN]) for key in
                 keys_above(area.key)}
        return MediationCenter.objects.active().filter(area__key__in=above).order_by("area__key", "id")
