"""What the tables of courtyards are made of."""

import uuid

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


def someone(name):
    """A user who did something: nobody asks the database for all that one did."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False,
                             verbose_name=name)


def fen(name, **more):
    """Money in fen: whole numbers, which add up exactly on every database."""
    return models.BigIntegerField(name, default=0, validators=[MinValueValidator(0)], **more)


class Sent(models.Model):
    """Something that a form makes: `uuid` names the form, so that sending it twice makes one."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class Voted(models.Model):
    """A vote of households; nobody's own vote is kept."""

    entitled = models.PositiveIntegerField(_("households entitled to vote"), default=0)
    votes_for = models.PositiveIntegerField(_("households for it"), default=0)
    votes_against = models.PositiveIntegerField(_("households against it"), default=0)
    voted_on = models.DateField(_("voted on"), null=True)

    class Meta:
        abstract = True

    @property
    def abstained(self) -> int:
        return self.entitled - self.votes_for - self.votes_against


def votes_fit(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=Q(entitled__gte=F("votes_for") + F("votes_against")))
