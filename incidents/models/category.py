"""What can be reported: two levels, kept in the admin."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.deadlines import Limit, Unit

from .limit import check_limit


class CategoryQuerySet(models.QuerySet):
    def reportable(self):
        """Second-level categories in use, under a first level in use; in the order of the picker."""
        return (
            self.filter(is_active=True, parent__is_active=True)
            .select_related("parent")
            .order_by("parent__order", "parent__code", "order", "code")
        )

    def public(self):
        """What the public may see incidents of, in use or not; the first level has to be open too."""
        return self.filter(is_public=True, parent__is_public=True)


class Category(models.Model):
    """事件类别. First level E01 市容环境, below it what a person taps: E01-01 暴露垃圾.

    `owner_tier` (2 station, 3 sub-centre, 4 county) is who usually settles it; `department` is the code of the
    office it usually goes to, an ending being enough (urban-management fits dongsheng-urban-management). `is_public`:
    the portal and Open311 show incidents of it, never more than place in rough and state; disputes, clues, care,
    people's homes and emergencies stay closed.
    """

    class Tier(models.IntegerChoices):
        STATION = 2, _("Workstation")
        SUBCENTER = 3, _("Sub-centre")
        COUNTY = 4, _("County platform")

    code = models.CharField(_("code"), max_length=8, unique=True)
    name = models.CharField(_("name"), max_length=40)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children",
                               limit_choices_to={"parent": None}, verbose_name=_("belongs to"))
    owner_tier = models.PositiveSmallIntegerField(_("usually settled by"), choices=Tier, default=Tier.STATION)
    department = models.CharField(_("usual department"), max_length=40, blank=True)
    is_urgent = models.BooleanField(_("urgent"), default=False)
    handle_amount = models.DecimalField(_("handling limit"), max_digits=9, decimal_places=4)
    handle_unit = models.CharField(_("unit"), max_length=16, choices=Unit)
    needs_photo = models.BooleanField(_("needs a photo when handled"), default=False)
    is_dispute = models.BooleanField(_("is a dispute for mediation"), default=False)
    is_public = models.BooleanField(
        _("open to the public"), default=False, db_default=False,
        help_text=_("The public may see where such incidents are and how they stand, and other software may "
                    "report them."))
    advice = models.CharField(_("advice to the reporter"), max_length=100, blank=True)
    nearby = models.PositiveSmallIntegerField(
        _("the same matter within (metres)"), null=True, blank=True,
        help_text=_("How far apart two reports of this kind may be of the same matter. Empty: as the group says."))
    is_active = models.BooleanField(_("in use"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(name="category_limit_above_zero", condition=Q(handle_amount__gt=0)),
            models.CheckConstraint(name="category_unit_known", condition=Q(handle_unit__in=Unit.values)),
            models.CheckConstraint(name="category_tier_known", condition=Q(owner_tier__in=[2, 3, 4])),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        if self.parent and self.parent.parent_id:
            raise ValidationError({"parent": _("There are two levels only.")})
        check_limit("handle_amount", self.handle_amount, self.handle_unit)

    @property
    def handle_limit(self) -> Limit:
        """How long handling may take. Raises ValueError for a part of a day."""
        return Limit(self.handle_amount, self.handle_unit)
