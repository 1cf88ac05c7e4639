"""What was done to a request."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ..declared import ASKERS
from ..states import Act, State
from .requests import SubjectRequest, somebody


class SubjectMove(models.Model):
    """申请办理记录. One act on a request. `by` is empty for what the person or the clock did."""

    request = models.ForeignKey(SubjectRequest, models.CASCADE, related_name="moves",
                                verbose_name=_("request about own data"))
    act = models.CharField(_("act"), max_length=10, choices=Act)
    from_state = models.CharField(_("from"), max_length=11, choices=State, blank=True)
    to_state = models.CharField(_("to"), max_length=11, choices=State)
    by = somebody(_("by"))
    at = models.DateTimeField(_("at"))
    note = EncryptedTextField(_("note"), blank=True, default="")

    personal = Personal(**ASKERS, fields={"note": Data.WORDS})

    class Meta:
        verbose_name = _("step of a request about own data")
        verbose_name_plural = _("steps of requests about own data")
        ordering = ["id"]

    def __str__(self):
        return f"{self.get_act_display()} {self.at:%F %T}"
