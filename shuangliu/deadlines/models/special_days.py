"""The days on which the county works differently from what is built in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SpecialDay(models.Model):
    """特殊日. A day off or a make-up workday that the built-in calendar lacks or has wrong."""

    date = models.DateField(_("date"), unique=True)
    is_working = models.BooleanField(_("is worked (make-up day)"), default=False)
    name = models.CharField(_("name of the day"), max_length=32)

    class Meta:
        verbose_name = _("special day")
        verbose_name_plural = _("special days")
        ordering = ["date"]

    def __str__(self):
        return f"{self.date} {self.name}"
