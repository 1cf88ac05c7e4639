"""What was done to an agreement."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from residents.models.parts import someone

from ..states import Act, State
from .agreements import FourPartyAgreement


class AgreementMove(models.Model):
    """协议办理记录. One act on an agreement. `by` is empty for what time did."""

    agreement = models.ForeignKey(FourPartyAgreement, models.CASCADE, related_name="moves", db_index=False,
                                  verbose_name=_("four-party agreement"))
    act = models.CharField(_("act"), max_length=12, choices=Act)
    from_state = models.CharField(_("from"), max_length=10, choices=State, blank=True)
    to_state = models.CharField(_("to"), max_length=10, choices=State)
    by = someone(_("by"))
    at = models.DateTimeField(_("at"))
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("move of an agreement")
        verbose_name_plural = _("moves of agreements")
        ordering = ["id"]
        indexes = [models.Index(fields=["agreement", "id"], name="agreement_move_of")]

    def __str__(self):
        return f"{self.get_act_display()} {self.at:%F %T}"
