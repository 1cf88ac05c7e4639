"""What patrols find."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..points.models import PatrolPoint
from ..shifts.models import Shift


class ShiftFinding(models.Model):
    """巡防发现. That an incident was found on a shift, at one of its points where it was told there."""

    incident = models.OneToOneField("incidents.Incident", models.PROTECT, primary_key=True, related_name="+",
                                    verbose_name=_("incident"))
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="findings", verbose_name=_("patrol shift"))
    point = models.ForeignKey(PatrolPoint, models.PROTECT, null=True, related_name="+", db_index=False,
                              verbose_name=_("patrol point"))

    class Meta:
        verbose_name = _("finding of a patrol")
        verbose_name_plural = _("findings of patrols")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.shift_id}: {self.incident_id}"
