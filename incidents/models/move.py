"""Every act on an incident, in order: what the timeline shows."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..states import Act, State


class Move(models.Model):
    """流转记录. One act on an incident. Written with the audit entry, which proves it but keeps no free text:
    the note stays here, where it can be masked when its time is over.

    `by` is empty for what the system did; `tier` is the owning tier after the act; `department` is the office an
    assignment went to; `due_at` is when the stage that began is due; `demand` is the request among offices that
    the act belongs to.
    """

    incident = models.ForeignKey("incidents.Incident", models.CASCADE, related_name="moves",
                                 verbose_name=_("incident"), db_index=False)
    act = models.CharField(_("act"), max_length=16, choices=Act)
    from_state = models.CharField(_("from"), max_length=12, choices=State, blank=True)
    to_state = models.CharField(_("to"), max_length=12, choices=State)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name=_("by"),
                           related_name="+", db_index=False)
    tier = models.PositiveSmallIntegerField(_("tier"))
    department = models.ForeignKey("grids.Department", models.PROTECT, null=True, verbose_name=_("department"),
                                   related_name="+", db_index=False)
    note = models.TextField(_("note"), blank=True)
    at = models.DateTimeField(_("at"))
    due_at = models.DateTimeField(_("due at"), null=True)
    demand = models.ForeignKey("incidents.Demand", models.CASCADE, null=True, related_name="moves",
                               verbose_name=_("demand"), db_index=False)

    class Meta:
        verbose_name = _("move")
        verbose_name_plural = _("moves")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["incident", "id"], name="move_of_incident"),
            # "Assigned now or ever to my department."
            models.Index(fields=["department", "incident"], name="move_to_department",
                         condition=Q(department__isnull=False)),
            models.Index(fields=["demand", "id"], name="move_of_demand", condition=Q(demand__isnull=False)),
        ]

    def __str__(self):
        return f"{self.get_act_display()} {self.at:%F %T}"
