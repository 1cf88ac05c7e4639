"""What was done to a lease."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...models.parts import someone
from ..states import Act, State
from .leases import Filer, Lease


class LeaseMove(models.Model):
    """租赁流转记录. One act on a lease. `by` is empty for what the clock did, or somebody without an account; `side`
    tells who that was."""

    lease = models.ForeignKey(Lease, models.CASCADE, related_name="moves", db_index=False, verbose_name=_("lease"))
    act = models.CharField(_("act"), max_length=12, choices=Act)
    from_state = models.CharField(_("from"), max_length=10, choices=State, blank=True)
    to_state = models.CharField(_("to"), max_length=10, choices=State)
    by = someone(_("by"))
    side = models.CharField(_("on whose side"), max_length=9, choices=Filer, blank=True)
    at = models.DateTimeField(_("at"))
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("move of a lease")
        verbose_name_plural = _("moves of leases")
        ordering = ["id"]
        indexes = [models.Index(fields=["lease", "id"], name="lease_move_of")]

    def __str__(self):
        return f"{self.get_act_display()} {self.at:%F %T}"
