"""What the hotline is set up by: the department lines that were merged into it, and how a call can end."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HotlineLine(models.Model):
    """部门热线. A number that people still dial; its calls come here and begin with its category."""

    number = models.CharField(_("number"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=60)
    department = models.ForeignKey("grids.Department", models.PROTECT, null=True, blank=True, related_name="+",
                                   verbose_name=_("department"))
    category = models.ForeignKey("incidents.Category", models.PROTECT, null=True, blank=True, related_name="+",
                                 verbose_name=_("category"))
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("department line")
        verbose_name_plural = _("department lines")
        ordering = ["number"]

    def __str__(self):
        return f"{self.number} {self.name}"


class WrapUp(models.Model):
    """话后小结. How a call ended, when it led to nothing that an office does."""

    class Leads(models.TextChoices):
        ANSWERED = "answered", _("answered")
        EMERGENCY = "emergency", _("sent to an emergency number")  # domain.md §4.9: tell, never queue
        ELSEWHERE = "elsewhere", _("told another way: petition, court, arbitration")
        INVALID = "invalid", _("no concern")

    code = models.SlugField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=60)
    leads = models.CharField(_("leads to"), max_length=9, choices=Leads)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("wrap-up code")
        verbose_name_plural = _("wrap-up codes")
        ordering = ["order", "code"]

    def __str__(self):
        return self.name
