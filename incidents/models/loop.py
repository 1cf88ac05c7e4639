"""The numbers of the closed loop that a county may set for itself."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def _between(name, low: int, high: int, default: int, **more):
    return models.PositiveSmallIntegerField(
        name, default=default, validators=[MinValueValidator(low), MaxValueValidator(high)], **more)


class LoopRule(models.Model):
    """闭环规则. One row; without it the defaults of domain.md §5.1 hold."""

    sample_percent = _between(_("share of self-handled incidents that are checked, percent"), 0, 100, 20)
    bounces = _between(_("returns after which the next tier decides jointly"), 1, 9, 2)
    reopen_days = _between(_("days within which a closed incident may be reopened"), 1, 365, 30)
    most_days = _between(_("longest handling in all, working days"), 1, 250, 15,
                         help_text=_("With extensions; time suspended does not count."))

    class Meta:
        verbose_name = _("rules of the closed loop")
        verbose_name_plural = _("rules of the closed loop")
        constraints = [models.CheckConstraint(name="loop_rule_one_row", condition=Q(pk=1))]

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def current(cls) -> "LoopRule":
        """The row, or the defaults while nobody has changed anything."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
