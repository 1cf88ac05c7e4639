"""The household of the household register: its head and members."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed

from ..querysets import HouseholdQuerySet, OfPeopleQuerySet
from .homes import Dwelling
from .people import Person


class Relation(models.TextChoices):
    """To the head of the household (GB/T 4761, first level)."""

    HEAD = "0", _("Head of the household")
    SPOUSE = "1", _("Spouse")
    SON = "2", _("Son")
    DAUGHTER = "3", _("Daughter")
    GRANDCHILD = "4", _("Grandchild")
    PARENT = "5", _("Parent")
    GRANDPARENT = "6", _("Grandparent")
    SIBLING = "7", _("Brother or sister")
    OTHER = "8", _("Other relation")
    UNRELATED = "9", _("Not related")


class Household(AreaKeyed):
    """户. Who is registered together, at which dwelling. Members may live elsewhere (人户分离): see residences.

    `register_number` is that of the household register (户号), unique in the community where there is one."""

    register_number = models.CharField(_("household number"), max_length=20, blank=True)
    dwelling = models.ForeignKey(Dwelling, models.PROTECT, related_name="households", verbose_name=_("dwelling"))

    objects = HouseholdQuerySet.as_manager()

    class Meta:
        verbose_name = _("household")
        verbose_name_plural = _("households")
        ordering = ["id"]
        indexes = [models.Index(fields=["grid_key", "id"], name="household_grid")]
        constraints = [models.UniqueConstraint(fields=["community_key", "register_number"],
                                               condition=~Q(register_number=""), name="household_once")]

    def __str__(self):
        return self.register_number or f"HJ{self.pk:08d}"

    def get_absolute_url(self):
        return reverse("residents:household-detail", args=[self.pk])


class Membership(models.Model):
    """户内成员. Somebody is in the household from a day to a day; the head is the member whose relation is "0"."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="members", verbose_name=_("household"))
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships", verbose_name=_("resident"))
    relation = models.CharField(_("relation to the head"), max_length=1, choices=Relation)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = OfPeopleQuerySet.as_manager()

    class Meta:
        verbose_name = _("household member")
        verbose_name_plural = _("household members")
        ordering = ["household", "relation", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(until=None), name="membership_one_household"),
            models.UniqueConstraint(fields=["household"], condition=Q(until=None, relation="0"),
                                    name="household_one_head"),
            models.CheckConstraint(name="membership_relation_known", condition=Q(relation__in=Relation.values)),
        ]

    def __str__(self):
        return f"{self.household_id} {self.get_relation_display()}"
