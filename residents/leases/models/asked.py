"""What a party or who files for them asks for once the lease is registered."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from residents.declared import LEASES
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ...models.parts import someone
from .leases import Filer, Lease


class Asked(models.Model):
    """租赁变更申请. A change, a renewal or the end of a lease, asked for within 30 days (商品房屋租赁管理办法 art. 19)
    and decided by the registrar; of each lease one at a time. `ends_on` is the new last day, `rent` the new one; the
    attachments of the request hang on it."""

    class Kind(models.TextChoices):
        CHANGE = "change", _("Change of the lease")
        RENEW = "renew", _("Renewal")
        END = "end", _("End before its time")

    class Answer(models.TextChoices):
        GRANTED = "granted", _("Entered")
        DECLINED = "declined", _("Declined")

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    lease = models.ForeignKey(Lease, models.CASCADE, related_name="asked", verbose_name=_("lease"))
    kind = models.CharField(_("asks for"), max_length=6, choices=Kind)
    ends_on = models.DateField(_("new last day"), null=True, blank=True)
    rent = EncryptedTextField(_("new rent (yuan a month)"), blank=True, default="")
    note = models.CharField(_("in their words"), max_length=500, blank=True)
    side = models.CharField(_("asked by"), max_length=9, choices=Filer)
    by = someone(_("account"))
    at = models.DateTimeField(_("asked at"))
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = someone(_("answered by"))
    why = models.CharField(_("why it was declined"), max_length=500, blank=True)

    personal = Personal(**LEASES, fields={"rent": Data.WORDS})

    class Meta:
        verbose_name = _("request about a lease")
        verbose_name_plural = _("requests about leases")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["lease"], condition=Q(answer=""), name="asked_one_at_a_time"),
            models.CheckConstraint(name="asked_kind_known", condition=Q(kind__in=["change", "renew", "end"])),
            models.CheckConstraint(name="asked_answered_whole", condition=Q(answer="", answered_at=None)
                                   | Q(answer="granted", answered_at__isnull=False)
                                   | Q(answer="declined", answered_at__isnull=False) & ~Q(why="")),
            models.CheckConstraint(name="asked_renewal_has_day", condition=~Q(kind="renew")
                                   | Q(ends_on__isnull=False)),
        ]

    def __str__(self):
        return f"{self.lease_id} {self.get_kind_display()}"
