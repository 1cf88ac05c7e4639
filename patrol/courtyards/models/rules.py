"""The days of the stages, and the vote that is enough."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .. import limits


def days(name, default: int):
    return models.PositiveSmallIntegerField(name, default=default,
                                            validators=[MinValueValidator(1), MaxValueValidator(730)])


class CourtyardRule(models.Model):
    """院落整治规则. One row, set in the administration. Without it the values of limits.py hold."""

    form_days = days(_("days until self-government begins"), limits.FORM_DAYS)
    govern_days = days(_("days for committee and charter"), limits.GOVERN_DAYS)
    plan_days = days(_("days for the plan"), limits.PLAN_DAYS)
    vote_days = days(_("days for the vote"), limits.VOTE_DAYS)
    approve_days = days(_("working days for the approval"), limits.APPROVE_DAYS)
    begin_days = days(_("days until works begin"), limits.BEGIN_DAYS)
    settle_days = days(_("days until it is settled who looks after it"), limits.SETTLE_DAYS)
    restart_days = days(_("days after a relapse"), limits.RESTART_DAYS)
    share_of = models.PositiveSmallIntegerField(_("share of households for a plan: numerator"), default=limits.SHARE[0])
    share_in = models.PositiveSmallIntegerField(_("share of households for a plan: denominator"),
                                                default=limits.SHARE[1])

    class Meta:
        verbose_name = _("rules for courtyards")
        verbose_name_plural = _("rules for courtyards")
        constraints = [
            models.CheckConstraint(name="courtyard_rule_one_row", condition=Q(pk=1)),
            models.CheckConstraint(name="courtyard_rule_share",
                                   condition=Q(share_of__gt=0, share_in__gte=F("share_of"))),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def current(cls) -> "CourtyardRule":
        return cls.objects.first() or cls()

    def is_enough(self, votes_for: int, entitled: int) -> bool:
        """For a plan: 三分之二以上 includes just two thirds. Counted in whole households, without fractions."""
        return votes_for * self.share_in >= entitled * self.share_of and entitled > 0

    def needed(self, entitled: int) -> int:
        """How many households make a plan pass."""
        return -(-entitled * self.share_of // self.share_in)


def is_majority(votes_for: int, entitled: int) -> bool:
    """For committee and charter: 过半 is more than half."""
    return votes_for * 2 > entitled
