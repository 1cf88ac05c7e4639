"""Figures: changes as they happen (Delta), folded into one number per measure, community and day (Rollup)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Amount(models.Model):
    """So much of a measure in a community (or in a town or county, where no community is known) on a day.

    The day is a date of the county (Asia/Shanghai); the measure is a name of registry.py. A measure that is also
    kept by organisation stands under "<measure>/org" a second time, with the organisation's key as `item`.
    """

    measure = models.CharField(_("measure"), max_length=48)
    area_key = models.BigIntegerField(_("area key"))
    day = models.DateField(_("day"))
    item = models.CharField(_("part"), max_length=24, blank=True, default="")
    amount = models.IntegerField(_("amount"))

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.measure} {self.area_key} {self.day} {self.item} {self.amount:+}"


class Delta(Amount):
    """统计增量. One change, written in the transaction of the act that caused it; the fold takes it away.

    Nothing but the key is indexed: it is written with every act, and read whole within a minute.
    """

    class Meta:
        verbose_name = _("unfolded change")
        verbose_name_plural = _("unfolded changes")


class Rollup(Amount):
    """统计汇总. All folded changes of a measure in a community on a day, as one number."""

    class Meta:
        verbose_name = _("rollup")
        verbose_name_plural = _("rollups")
        constraints = [
            models.UniqueConstraint(fields=["measure", "area_key", "day", "item"], name="rollup_once"),
        ]
        indexes = [
            # Holds all a sum needs: few days of a wide area are read from it without touching the table.
            # Long periods of a narrow area come from the constraint above.
            models.Index(fields=["measure", "day", "area_key", "item", "amount"], name="rollup_measure_day"),
        ]


class Difference(models.Model):
    """统计差异. Where the figures and the rows they count did not agree at the last comparison."""

    measure = models.CharField(_("measure"), max_length=48)
    area_key = models.BigIntegerField(_("area key"))
    day = models.DateField(_("day"))
    item = models.CharField(_("part"), max_length=24, blank=True, default="")
    rolled = models.IntegerField(_("in the figures"))
    counted = models.IntegerField(_("counted from the rows"))
    found_at = models.DateTimeField(_("found at"))

    class Meta:
        verbose_name = _("difference")
        verbose_name_plural = _("differences")
        constraints = [
            models.UniqueConstraint(fields=["measure", "area_key", "day", "item"], name="difference_once"),
        ]

    def __str__(self):
        return f"{self.measure} {self.area_key} {self.day} {self.item}: {self.rolled} ≠ {self.counted}"


class NamedPeriod(models.Model):
    """统计期. A period with a name of its own, offered on every dashboard: 报告期 2011-08-01 — 2014-07-31."""

    name = models.CharField(_("name"), max_length=40, unique=True)
    start = models.DateField(_("first day"))
    end = models.DateField(_("last day"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("named period")
        verbose_name_plural = _("named periods")
        ordering = ["order", "start", "id"]
        constraints = [
            models.CheckConstraint(name="named_period_range", condition=Q(end__gte=F("start"))),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        if self.start and self.end and self.start > self.end:
            raise ValidationError({"end": _("The last day is not before the first.")})
