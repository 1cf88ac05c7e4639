"""After the works: acceptance, who looks after it, and whether it holds."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..catalogue import Care, Unit
from .courtyards import Courtyard
from .parts import Sent, fen, someone
from .plans import WorksPlan


class JointAcceptance(Sent):
    """联合验收. Those who used to sign apart look together; each of the four defences is in place, with a photo
    (DefenceCheck). `units` are who was there, from a list."""

    plan = models.OneToOneField(WorksPlan, models.CASCADE, related_name="acceptance", verbose_name=_("plan of works"))
    inspected_on = models.DateField(_("inspected on"))
    units = models.JSONField(_("who was there"), default=list)
    note = models.TextField(_("note"), blank=True)
    by = someone(_("entered by"))

    class Meta:
        verbose_name = _("joint acceptance")
        verbose_name_plural = _("joint acceptances")

    def __str__(self):
        return f"{self.inspected_on}"

    @property
    def unit_labels(self) -> list:
        return [Unit(unit).label for unit in self.units]


class Upkeep(Sent):
    """长效管理. Who looks after the courtyard from now on, and what it costs a household."""

    courtyard = models.ForeignKey(Courtyard, models.CASCADE, related_name="upkeeps", verbose_name=_("courtyard"))
    kind = models.CharField(_("looked after by"), max_length=10, choices=Care)
    keeper = models.CharField(_("company or team"), max_length=80, blank=True)
    fee = fen(_("fee a household and month (fen)"))
    since = models.DateField(_("looked after since"))

    class Meta:
        verbose_name = _("upkeep of a courtyard")
        verbose_name_plural = _("upkeep of courtyards")
        constraints = [models.CheckConstraint(name="upkeep_known", condition=Q(kind__in=Care.values))]

    def __str__(self):
        return self.get_kind_display()


class CourtyardReview(Sent):
    """院落回头看. After 6 and 12 months: did it hold? Photos are attached."""

    courtyard = models.ForeignKey(Courtyard, models.CASCADE, related_name="reviews", verbose_name=_("courtyard"))
    plan = models.ForeignKey(WorksPlan, models.CASCADE, related_name="reviews", verbose_name=_("plan of works"))
    months = models.PositiveSmallIntegerField(_("months after the acceptance"))
    reviewed_on = models.DateField(_("reviewed on"))
    is_kept = models.BooleanField(_("It holds"))
    note = models.TextField(_("note"), blank=True)
    by = someone(_("entered by"))

    class Meta:
        verbose_name = _("review of a courtyard")
        verbose_name_plural = _("reviews of courtyards")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["plan", "months"], name="courtyard_review_once")]

    def __str__(self):
        return f"{self.reviewed_on}"
