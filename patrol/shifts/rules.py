"""How much rest whoever walks is to have, as the county sets it in the administration."""

from datetime import time

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.remembered import Remembered


class RestRule(models.Model):
    """休息规则. One row: so many hours between two shifts of a person, and so many night shifts a week at most. Without
    it nobody is warned. A shift is of the night when it touches the hours from `night_from` to `night_until`."""

    hours = models.PositiveSmallIntegerField(_("hours of rest between two shifts"), default=8,
                                             validators=[MaxValueValidator(24)])
    nights = models.PositiveSmallIntegerField(_("night shifts a week at most"), default=3,
                                              validators=[MinValueValidator(1), MaxValueValidator(7)])
    night_from = models.TimeField(_("the night begins"), default=time(23))
    night_until = models.TimeField(_("the night ends"), default=time(5))

    class Meta:
        verbose_name = _("rest rule")
        verbose_name_plural = _("rest rule")
        constraints = [
            models.CheckConstraint(name="rest_rule_one_row", condition=Q(pk=1)),
            models.CheckConstraint(name="rest_rule_fits", condition=Q(hours__lte=24, nights__gte=1, nights__lte=7)),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)


current = Remembered(lambda: RestRule.objects.filter(pk=1).first(), RestRule)
