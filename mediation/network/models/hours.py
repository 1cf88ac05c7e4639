"""When a window is open."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ...models.network import MediationWindow


class Weekday(models.IntegerChoices):
    """As in `date.isoweekday()`."""

    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")


class OpeningHours(models.Model):
    """开放时间. From when to when a window is open on one day of the week; a day may have several rows."""

    window = models.ForeignKey(MediationWindow, models.CASCADE, related_name="hours",
                               verbose_name=_("mediation window"))
    weekday = models.PositiveSmallIntegerField(_("day of the week"), choices=Weekday)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["weekday", "opens"]
        constraints = [
            models.CheckConstraint(name="hours_opens_before_it_closes", condition=Q(closes__gt=F("opens"))),
            models.CheckConstraint(name="hours_weekday_known", condition=Q(weekday__gte=1, weekday__lte=7)),
            models.UniqueConstraint(fields=["window", "weekday", "opens"], name="hours_once"),
        ]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens:%H:%M}—{self.closes:%H:%M}"


class WindowClosure(models.Model):
    """窗口停办. Days on which a window is closed although its hours say otherwise."""

    window = models.ForeignKey(MediationWindow, models.CASCADE, related_name="closures",
                               verbose_name=_("mediation window"))
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    reason = models.CharField(_("reason"), max_length=100)

    class Meta:
        verbose_name = _("closed days of a window")
        verbose_name_plural = _("closed days of windows")
        ordering = ["-first", "-id"]
        constraints = [
            models.CheckConstraint(name="closure_range", condition=Q(last__gte=F("first")),
                                   violation_error_message=_("The last day is not before the first.")),
            models.UniqueConstraint(fields=["window", "first", "last"], name="closure_once",
                                    violation_error_message=_("These days are closed already.")),
        ]

    def __str__(self):
        return self.reason
