"""Where an incident lay before a change of boundaries took it to another community."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class FormerPlace(models.Model):
    """原属地. From `since` (empty: from the beginning) until `until`, both midnights, the incident lay in `area_key`.

    What happened to it in that time counts there for good: old figures keep the old tree
    (docs/decisions/0012-boundaries-change-from-a-date.md). Kept only where the community changed, since figures know
    nothing smaller.
    """

    incident = models.ForeignKey("incidents.Incident", models.CASCADE, related_name="former_places",
                                 verbose_name=_("incident"))
    area_key = models.BigIntegerField(_("area key"))
    since = models.DateTimeField(_("since"), null=True)
    until = models.DateTimeField(_("until"))

    class Meta:
        verbose_name = _("former place")
        verbose_name_plural = _("former places")
        indexes = [models.Index(fields=["area_key", "incident"], name="former_place_area")]
        constraints = [
            models.UniqueConstraint(fields=["incident", "until"], name="former_place_once"),
            models.CheckConstraint(name="former_place_range", condition=Q(since=None) | Q(until__gt=F("since"))),
        ]

    def __str__(self):
        return f"{self.area_key} {self.until:%F}"

    def holds(self, moment) -> bool:
        return moment < self.until and (self.since is None or moment >= self.since)
