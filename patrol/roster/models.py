"""Weekly templates: what a usual week looks like."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from grids.keys import AreaKeyed
from shuangliu.privacy.personal import STAFF, Data, Personal

from ..shifts.models import Route


class Weekday(models.IntegerChoices):
    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")


class TemplateQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "shift.plan"))


class RosterTemplate(AreaKeyed):
    """排班模板. A usual week of the patrols of an area; its lines become planned shifts of a week by one act."""

    name = models.CharField(_("name"), max_length=40)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))

    objects = TemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("roster template")
        verbose_name_plural = _("roster templates")
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["area", "name"], name="roster_template_name_once")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("patrol:template-detail", args=[self.pk])


class TemplateLine(models.Model):
    """排班模板行. One shift of the usual week; one that ends before it starts ends on the next day."""

    template = models.ForeignKey(RosterTemplate, models.CASCADE, related_name="lines",
                                 verbose_name=_("roster template"))
    weekday = models.PositiveSmallIntegerField(_("day of the week"), choices=Weekday)
    starts = models.TimeField(_("starts at"))
    ends = models.TimeField(_("ends at"))
    route = models.ForeignKey(Route, models.PROTECT, related_name="+", verbose_name=_("patrol route"))
    with_police = models.BooleanField(_("with police"), default=False)
    people = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", verbose_name=_("Who walks"))

    personal = Personal(**STAFF, fields={"people": Data.LINK})

    class Meta:
        verbose_name = _("line of a roster template")
        verbose_name_plural = _("lines of a roster template")
        ordering = ["weekday", "starts", "id"]
        constraints = [
            models.CheckConstraint(name="template_line_weekday", condition=Q(weekday__gte=1, weekday__lte=7)),
            models.CheckConstraint(name="template_line_lasts", condition=~Q(starts=F("ends"))),
            models.UniqueConstraint(fields=["template", "weekday", "starts", "route"], name="template_line_once"),
        ]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.starts:%H:%M} {self.route}"
