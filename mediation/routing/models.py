"""Which dispute of which place goes to whom."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from grids.models import Level
from grids.rules import PlacedRule, RuleQuerySet

from ..models.cases import Scale, Source
from ..models.network import LEVELS, MediationOrg


class RouteQuerySet(RuleQuerySet):
    def whole(self):
        """With all that a rule says of itself; outlines are large."""
        return self.select_related("category", "area", "org").defer("area__outline")


class MediationRoute(PlacedRule):
    """调解分流规则. Disputes of a category, scale, place and source go to an organisation of a level.

    What is left open holds for all. Of several that fit, the one that says most wins (`rank`); one that finds no
    organisation is passed over. The clerk who takes a case on may choose another and says why.
    """

    class Finds(models.TextChoices):
        """How the organisation is found."""

        PLACE = "place", _("The committee of the place")
        SPECIALTY = "specialty", _("The one specialised in it")
        NAMED = "named", _("The one named")

    category = models.ForeignKey("mediation.DisputeCategory", models.PROTECT, null=True, blank=True, related_name="+",
                                 verbose_name=_("dispute category"), help_text=_("None: for all."))
    scale = models.CharField(_("scale"), max_length=2, choices=Scale, blank=True, help_text=_("None: for all."))
    source = models.CharField(_("source of the dispute"), max_length=20, choices=Source, blank=True,
                              help_text=_("None: for all."))
    level = models.CharField(_("level"), max_length=12, choices=LEVELS, default=Level.COMMUNITY)
    finds = models.CharField(_("goes to"), max_length=10, choices=Finds, default=Finds.PLACE)
    org = models.ForeignKey(MediationOrg, models.PROTECT, null=True, blank=True, related_name="+",
                            verbose_name=_("mediation organisation"), help_text=_("Only where it is named."))
    channel = models.CharField(_("channel"), max_length=16, choices=MediationOrg.Kind, default=MediationOrg.Kind.PEOPLE)
    priority = models.PositiveSmallIntegerField(_("priority"), default=0, help_text=_(
        "A higher one comes first, whatever else the rules say."))
    basis = models.CharField(_("basis"), max_length=200, blank=True,
                             help_text=_("Law or decision that says so; shown to whoever takes a case on."))

    objects = RouteQuerySet.as_manager()

    class Meta(PlacedRule.Meta):
        verbose_name = _("mediation route")
        verbose_name_plural = _("mediation routes")
        constraints = [
            models.CheckConstraint(name="mediation_route_range", condition=Q(valid_from=None) | Q(valid_to=None)
                                   | Q(valid_to__gte=F("valid_from"))),
            models.CheckConstraint(name="mediation_route_names_one", condition=(
                Q(finds="named", org__isnull=False) | ~Q(finds="named") & Q(org=None))),
        ]

    def clean(self):
        super().clean()
        if (self.finds == self.Finds.NAMED) != (self.org is not None):
            raise ValidationError({"org": _("An organisation is named exactly where the rule goes to a named one.")})

    @property
    def what(self) -> str:
        """The disputes it is for: 交通事故 · 普通群体."""
        parts = [super().what]
        parts += [self.get_scale_display()] if self.scale else []
        parts += [self.get_source_display()] if self.source else []
        return " · ".join(str(part) for part in parts)

    @property
    def target_label(self) -> str:
        return self.org.name if self.org else f"{self.get_level_display()} · {self.get_finds_display()}"

    @property
    def rank(self) -> tuple:
        """Priority before category before area before scale before source before the newer rule."""
        return -self.priority, *self.narrowness, self.scale == "", self.source == "", *self.age

    def fits(self, case) -> bool:
        return super().fits(case) and self.scale in ("", case.scale) and self.source in ("", case.source)
