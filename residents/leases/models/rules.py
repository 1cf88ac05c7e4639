"""The numbers of letting that each city sets for itself."""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..rules import Room


class LeaseRule(models.Model):
    """租住标准. One row: how much floor each person needs, and how many may share a room. Without it `rules.Room`
    holds."""

    per_person = models.DecimalField(_("m² of floor for each person"), max_digits=5, decimal_places=2,
                                     default=Room.per_person, validators=[MinValueValidator(Decimal("0.01"))])
    per_room = models.PositiveSmallIntegerField(_("people in a room at most"), default=Room.per_room,
                                                validators=[MinValueValidator(1)])

    class Meta:
        verbose_name = _("rules of letting")
        verbose_name_plural = _("rules of letting")
        constraints = [
            models.CheckConstraint(name="lease_rule_one_row", condition=Q(pk=1)),
            models.CheckConstraint(name="lease_rule_positive", condition=Q(per_person__gt=0, per_room__gt=0)),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def room(cls) -> Room:
        row = cls.objects.first()
        return Room(row.per_person, row.per_room) if row else Room()
