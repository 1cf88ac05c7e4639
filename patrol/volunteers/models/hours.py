"""Hours served, and the papers that certify them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from residents.models.parts import someone
from shuangliu.guard.codes import twelve_marks

from ...shifts.models import Shift
from .callups import CallUp
from .people import Volunteer

MOST = 24  # hours on one occasion


class Attendance(models.Model):
    """服务记录. That a volunteer was there, for how long, as whoever led it has verified (art. 19).

    Of a shift or of a call-up, once each. Put right, the hours of the volunteer follow.
    """

    volunteer = models.ForeignKey(Volunteer, models.PROTECT, related_name="attendances", db_index=False,
                                  verbose_name=_("volunteer"))
    shift = models.ForeignKey(Shift, models.PROTECT, null=True, related_name="attendances",
                              verbose_name=_("patrol shift"))
    call_up = models.ForeignKey(CallUp, models.PROTECT, null=True, related_name="attendances",
                                verbose_name=_("call-up"))
    served_on = models.DateField(_("served on"))
    hours = models.DecimalField(_("hours of service"), max_digits=4, decimal_places=2)
    verified_by = someone(_("verified by"))
    verified_at = models.DateTimeField(_("verified at"))

    class Meta:
        verbose_name = _("hours of a volunteer")
        verbose_name_plural = _("hours of volunteers")
        ordering = ["-served_on", "-id"]
        indexes = [models.Index(fields=["volunteer", "-served_on"], name="attendance_of_volunteer")]
        constraints = [
            models.UniqueConstraint(fields=["volunteer", "shift"], name="attendance_shift_once"),
            models.UniqueConstraint(fields=["volunteer", "call_up"], name="attendance_call_up_once"),
            models.CheckConstraint(name="attendance_of_one", condition=(
                Q(shift=None, call_up__isnull=False) | Q(shift__isnull=False, call_up=None))),
            models.CheckConstraint(name="attendance_hours", condition=Q(hours__gt=0, hours__lte=MOST)),
            models.CheckConstraint(name="attendance_verified", condition=Q(verified_by__isnull=False)),
        ]

    def __str__(self):
        return f"{self.volunteer_id}: {self.served_on}"


class Certificate(models.Model):
    """志愿服务记录证明. What was certified to whom, with a code by which anybody who holds it can check it (art. 19:
    free of charge, true, without limit)."""

    volunteer = models.ForeignKey(Volunteer, models.PROTECT, related_name="certificates", verbose_name=_("volunteer"))
    check_code = models.CharField(_("check code"), max_length=12, unique=True, default=twelve_marks, editable=False)
    since = models.DateField(_("first day"))
    until = models.DateField(_("last day"))
    hours = models.DecimalField(_("hours of service"), max_digits=8, decimal_places=2)
    times = models.PositiveIntegerField(_("times served"))
    issued_at = models.DateTimeField(_("certified at"))
    issued_by = someone(_("certified by"))

    class Meta:
        verbose_name = _("certificate of hours")
        verbose_name_plural = _("certificates of hours")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(name="hours_certificate_counts", condition=Q(hours__gt=0, times__gt=0)),
            models.CheckConstraint(name="hours_certificate_range", condition=Q(until__gte=models.F("since"))),
        ]

    def __str__(self):
        return self.number

    @property
    def number(self) -> str:
        return f"ZYZM{self.pk:08d}"
