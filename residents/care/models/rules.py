"""The days that the county gives its agencies."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..limits import AID_DAYS, ANSWER_DAYS, BEGIN_DAYS, GO_ON_DAYS

DAYS = [MinValueValidator(1), MaxValueValidator(250)]


class CareRule(models.Model):
    """转介时限. One row: within how many working days each has to act. Without it the days of limits.py hold."""

    answer_days = models.PositiveSmallIntegerField(_("working days for the agency's answer"), default=ANSWER_DAYS,
                                                   validators=DAYS)
    begin_days = models.PositiveSmallIntegerField(_("working days until help begins"), default=BEGIN_DAYS,
                                                  validators=DAYS)
    go_on_days = models.PositiveSmallIntegerField(_("working days after it came back"), default=GO_ON_DAYS,
                                                  validators=DAYS)
    aid_days = models.PositiveSmallIntegerField(_("working days for a decision on aid"), default=AID_DAYS,
                                                validators=DAYS)

    class Meta:
        verbose_name = _("time limits of care")
        verbose_name_plural = _("time limits of care")
        constraints = [
            models.CheckConstraint(name="care_rule_one_row", condition=Q(pk=1)),
            models.CheckConstraint(name="care_rule_positive", condition=Q(answer_days__gt=0, begin_days__gt=0,
                                                                          go_on_days__gt=0, aid_days__gt=0)),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def current(cls) -> "CareRule":
        return cls.objects.first() or cls()
