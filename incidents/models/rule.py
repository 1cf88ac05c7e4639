"""Which kind of incident of which place goes to whom."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from grids.models import Level

OWN_DESK = "self"
# How much a rule says: the more, the sooner it wins.
AREA_RANK = {Level.COUNTY: 1, Level.TOWN: 2, Level.COMMUNITY: 3}


class RoutingRuleQuerySet(models.QuerySet):
    def on(self, day: date):
        """Valid on this day, drafts too, unless their department is out of use."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day),
            Q(department=None) | Q(department__is_active=True),
        )

    def in_force(self, day: date):
        return self.on(day).filter(is_draft=False)

    def whole(self):
        """With all that a rule says of itself; outlines are large."""
        return self.select_related("category", "area", "department__area").defer(
            "area__outline", "department__area__outline")


class RoutingRule(models.Model):
    """派遣规则. Incidents of a category in an area go to a department, or stay at the owning desk (no department).

    Without a category or area it holds for all. Of several that fit, the one that says most wins (`rank`). A draft
    routes nothing; the page of rules shows what it would have done. An automatic one dispatches at acceptance.
    """

    code = models.CharField(_("code"), max_length=32, unique=True, validators=[validate_slug])
    category = models.ForeignKey("incidents.Category", models.PROTECT, null=True, blank=True, related_name="+",
                                 verbose_name=_("category"), help_text=_("None: for all."))
    area = models.ForeignKey("grids.Area", models.PROTECT, null=True, blank=True, related_name="+",
                             limit_choices_to={"level__in": [level.value for level in AREA_RANK]},
                             verbose_name=_("area"), help_text=_("None: for the whole county."))
    department = models.ForeignKey("grids.Department", models.PROTECT, null=True, blank=True, related_name="+",
                                   verbose_name=_("department"),
                                   help_text=_("None: the owning desk handles it itself."))
    is_urgent = models.BooleanField(_("urgent"), null=True, blank=True,
                                    help_text=_("For urgent ones only, for the others only; unknown: for both."))
    is_automatic = models.BooleanField(_("dispatches by itself"), default=False,
                                       help_text=_("At acceptance, without a dispatcher."))
    is_draft = models.BooleanField(_("draft"), default=True, help_text=_("A draft can be tried and routes nothing."))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects = RoutingRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("routing rule")
        verbose_name_plural = _("routing rules")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(name="routing_rule_range", condition=Q(valid_from=None) | Q(valid_to=None)
                                   | Q(valid_to__gte=F("valid_from"))),
        ]

    def __str__(self):
        return f"{self.code} {self.what} × {self.where} → {self.target_label}"

    def clean(self):
        if self.area and self.area.level not in AREA_RANK:
            raise ValidationError({"area": _("A county, town or community.")})
        if self.department and self.department.area.level == Level.TOWN:
            town = self.department.area
            if self.area is None or not town.low <= self.area.key < town.high:
                said = _("This office serves %(town)s alone: the area of the rule lies in it.")
                raise ValidationError({"department": said % {"town": town}})
        if self.is_automatic and self.category and self.category.is_dispute:
            raise ValidationError({"is_automatic": _("Disputes go to mediation; somebody decides on them.")})

    @property
    def what(self) -> str:
        return self.category.name if self.category else str(_("all categories"))

    @property
    def where(self) -> str:
        return self.area.name if self.area else str(_("whole county"))

    @property
    def target(self) -> str:
        """The code of the department, or OWN_DESK: the values of the form that dispatches."""
        return self.department.code if self.department else OWN_DESK

    @property
    def target_label(self) -> str:
        return self.department.name if self.department else str(_("the owning desk"))

    @property
    def rank(self) -> tuple:
        """Category before area before urgency before the newer rule; at last the code, so that there is an order."""
        category = 0 if self.category is None else 1 if self.category.parent_id is None else 2
        area = AREA_RANK[self.area.level] if self.area else 0
        newest = self.valid_from.toordinal() if self.valid_from else 0
        return (-category, -area, self.is_urgent is None, -newest, self.code)

    def fits(self, incident) -> bool:
        return (
            (self.category_id is None or self.category_id in (incident.category_id, incident.category.parent_id))
            and (self.area is None or self.area.low <= incident.area_key < self.area.high)
            and self.is_urgent in (None, incident.is_urgent)
        )
