"""What a dispute is about."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Field(models.TextChoices):
    """The eight fields that specialised mediation serves (domain.md §1.3)."""

    ACQUISITION = "acquisition", _("Land acquisition, demolition and resettlement")
    LABOUR = "labour", _("Labour and personnel")
    PROPERTY = "property", _("Property management")
    ENVIRONMENT = "environment", _("Environmental pollution")
    TRAFFIC = "traffic", _("Road traffic accidents")
    MEDICAL = "medical", _("Doctors and patients")
    LAND_TRANSFER = "land_transfer", _("Transfer of rural land")
    CONSTRUCTION = "construction", _("Construction projects")


class JusticeCategory(models.TextChoices):
    """The list of the justice bureau's monthly table, in its order (domain.md §4.3); not that of table 91."""

    FAMILY = "family", _("Marriage and family")
    NEIGHBOURS = "neighbours", _("Neighbours")
    HOUSING = "housing", _("Houses and homesteads")
    CONTRACT = "contract", _("Contracts")
    BUSINESS = "business", _("Production and business")
    DAMAGES = "damages", _("Compensation of damage")
    LAND = "land", _("Mountains, forests and land")
    DEMOLITION = "demolition", _("Acquisition and demolition")
    ENVIRONMENT = "environment", _("Pollution")
    LABOUR = "labour", _("Labour disputes")
    CONSUMPTION = "consumption", _("Consumption")
    MEDICAL = "medical", _("Medical disputes")
    TRAFFIC = "traffic", _("Road accidents")
    PROPERTY = "property", _("Property service")
    OTHER = "other", _("Other disputes")


class DisputeCategory(models.Model):
    """纠纷类别. GB/T 31000-2015 table 91: two digits, and four for the kinds below. Data, not code.

    `justice_category` says under which line of the justice bureau's table its cases are reported; without one they
    are among the others.
    """

    code = models.CharField(_("code"), max_length=4, unique=True)
    name = models.CharField(_("name"), max_length=40)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children",
                               verbose_name=_("belongs to"))
    field = models.CharField(_("field of specialised mediation"), max_length=16, choices=Field, blank=True)
    justice_category = models.CharField(_("line of the justice bureau"), max_length=12, choices=JusticeCategory,
                                        blank=True)
    other_ways = models.TextField(_("other ways when mediation fails"), blank=True, default="")
    is_active = models.BooleanField(_("in use"), default=True)
    # Not of agreements on status, adoption or marriage (最高法 2011 司法确认规定 art. 4).
    is_confirmable = models.BooleanField(_("courts confirm agreements of this kind"), default=True)

    class Meta:
        verbose_name = _("dispute category")
        verbose_name_plural = _("dispute categories")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(name="dispute_field_known", condition=Q(field="") | Q(field__in=Field.values)),
            models.CheckConstraint(name="dispute_justice_category_known", condition=(
                Q(justice_category="") | Q(justice_category__in=JusticeCategory.values))),
        ]

    def __str__(self):
        return self.name

    @property
    def advice(self) -> str:
        """What parties are told of other ways in this kind of dispute, its own or that of the kind above."""
        return self.other_ways or (self.parent.other_ways if self.parent else "")

    @property
    def label(self) -> str:
        """The name that stands by itself: 邻里纠纷 · 其他."""
        return f"{self.parent.name} · {self.name}" if self.parent else self.name
