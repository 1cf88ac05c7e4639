"""How long a stage of mediation may take, and which law says so."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.deadlines import Limit, Unit

from .categories import DisputeCategory


class Kind(models.TextChoices):
    """The stages that have a clock."""

    TRIAGE = "triage", _("Decision on acceptance")
    MEDIATE = "mediate", _("Mediation")
    TRANSFER = "transfer", _("Answer to an offer")
    PANEL = "panel", _("Opinion of the expert panel")
    PROGRESS = "progress", _("Weekly note of a major case")
    SIGN = "sign", _("Signatures and seal")
    PERFORM = "perform", _("Performance of the agreement")
    CONFIRM = "confirm", _("Application for judicial confirmation")
    FOLLOW_UP = "follow_up", _("Follow-up")
    ARCHIVE = "archive", _("Filing of the dossier")


class TimeLimitQuerySet(models.QuerySet):
    def of(self, kind: str, category: DisputeCategory) -> "TimeLimit":
        """The limit for a category: its own, else that of the category above, else the general one.

        Raises TimeLimit.DoesNotExist where the catalogue was never loaded.
        """
        found = {limit.category_id: limit for limit in
                 self.filter(Q(category=None) | Q(category__in=[category.pk, category.parent_id]), kind=kind)}
        for category_id in (category.pk, category.parent_id, None):
            if category_id in found:
                return found[category_id]
        raise self.model.DoesNotExist(f"no general limit for {kind}: run manage.py load_disputes")


class TimeLimit(models.Model):
    """调解时限. So much time for a stage; without a category it is the general rule."""

    kind = models.CharField(_("stage"), max_length=16, choices=Kind)
    category = models.ForeignKey(DisputeCategory, models.CASCADE, null=True, blank=True,
                                 verbose_name=_("dispute category"))
    amount = models.PositiveSmallIntegerField(_("limit"))
    unit = models.CharField(_("unit"), max_length=16, choices=Unit)
    source = models.CharField(_("source"), max_length=100)

    objects = TimeLimitQuerySet.as_manager()

    class Meta:
        verbose_name = _("time limit")
        verbose_name_plural = _("time limits")
        ordering = ["kind", "category__code"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "category"], name="mediation_limit_once"),
            models.UniqueConstraint(fields=["kind"], condition=Q(category=None), name="mediation_limit_general_once"),
            models.CheckConstraint(name="mediation_limit_above_zero", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="mediation_limit_unit_known", condition=Q(unit__in=Unit.values)),
            models.CheckConstraint(name="mediation_limit_kind_known", condition=Q(kind__in=Kind.values)),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.limit}"

    @property
    def limit(self) -> Limit:
        return Limit(self.amount, Unit(self.unit))
