"""Which kind of incident of which place goes to whom."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from grids.models import Level
from grids.rules import PlacedRule, RuleQuerySet

OWN_DESK = "self"


class RoutingRuleQuerySet(RuleQuerySet):
    def on(self, day: date):
        """Unless their department is out of use."""
        return super().on(day).filter(Q(department=None) | Q(department__is_active=True))

    def whole(self):
        """With all that a rule says of itself; outlines are large."""
        return self.select_related("category", "area", "department__area").defer(
            "area__outline", "department__area__outline")


class RoutingRule(PlacedRule):
    """派遣规则. Incidents of a category in an area go to a department, or stay at the owning desk (no department).

    Without a category or area it holds for all. Of several that fit, the one that says most wins (`rank`). A draft
    routes nothing; the page of rules shows what it would have done. An automatic one dispatches at acceptance.
    """

    category = models.ForeignKey("incidents.Category", models.PROTECT, null=True, blank=True, related_name="+",
                                 verbose_name=_("category"), help_text=_("None: for all."))
    department = models.ForeignKey("grids.Department", models.PROTECT, null=True, blank=True, related_name="+",
                                   verbose_name=_("department"),
                                   help_text=_("None: the owning desk handles it itself."))
    is_urgent = models.BooleanField(_("urgent"), null=True, blank=True,
                                    help_text=_("For urgent ones only, for the others only; unknown: for both."))
    is_automatic = models.BooleanField(_("dispatches by itself"), default=False,
                                       help_text=_("At acceptance, without a dispatcher."))
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects = RoutingRuleQuerySet.as_manager()

    class Meta(PlacedRule.Meta):
        verbose_name = _("routing rule")
        verbose_name_plural = _("routing rules")
        constraints = [
            models.CheckConstraint(name="routing_rule_range", condition=Q(valid_from=None) | Q(valid_to=None)
                                   | Q(valid_to__gte=F("valid_from"))),
        ]

    def clean(self):
        super().clean()
        if self.department and self.department.area.level == Level.TOWN:
            town = self.department.area
            if self.area is None or not town.low <= self.area.key < town.high:
                said = _("This office serves %(town)s alone: the area of the rule lies in it.")
                raise ValidationError({"department": said % {"town": town}})
        if self.is_automatic and self.category and self.category.is_dispute:
            raise ValidationError({"is_automatic": _("Disputes go to mediation; somebody decides on them.")})

    @property
    def target(self) -> str:
        """The code of the department, or OWN_DESK: the values of the form that dispatches."""
        return self.department.code if self.department else OWN_DESK

    @property
    def target_label(self) -> str:
        return self.department.name if self.department else str(_("the owning desk"))

    @property
    def rank(self) -> tuple:
        """Category before area before urgency before the newer rule."""
        return *self.narrowness, self.is_urgent is None, *self.age

    def fits(self, incident) -> bool:
        return super().fits(incident) and self.is_urgent in (None, incident.is_urgent)
