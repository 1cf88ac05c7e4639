"""How often a point is screened."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mediation.models.network import ScreeningPoint

from ..periods import Every
from ..places import AtPoint, point_q


class PlanQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(point_q(user, "screening.view", "point__area__key"), point__is_active=True)

    def for_page(self):
        return self.select_related("point__area__parent__parent", "point__org", "point__warning__rule").defer(
            "point__area__outline", "point__area__parent__outline", "point__area__parent__parent__outline")


class ScreeningPlan(AtPoint, models.Model):
    """排查计划. Each point has one, made by itself when the point appears; who screens is the point's organisation."""

    point = models.OneToOneField(ScreeningPoint, models.CASCADE, primary_key=True, related_name="plan",
                                 verbose_name=_("screening point"))
    every = models.CharField(_("how often"), max_length=12, choices=Every)
    since = models.DateField(_("from"))  # no period before this day is planned
    is_active = models.BooleanField(_("in force"), default=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("screening plan")
        verbose_name_plural = _("screening plans")
        constraints = [models.CheckConstraint(name="plan_every_known", condition=Q(every__in=Every.values))]

    def __str__(self):
        return f"{self.point}: {self.get_every_display()}"

    @property
    def area_key(self) -> int:
        return self.point.area.key

    def get_absolute_url(self) -> str:
        return reverse("mediation:point-detail", args=[self.pk])
