"""The audit log: entries, and the chain that proves nothing was altered, removed or reordered."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy.personal import Data, Personal


class Entry(models.Model):
    """审计记录. One act or one look. No foreign keys: it outlives what it tells of, and is never changed.

    `mac` is written with the row; `seq` and `link` are added by the sealing job, once.
    """

    at = models.DateTimeField(_("at"))
    verb = models.CharField(_("act"), max_length=64)
    actor_id = models.BigIntegerField(_("actor number"), null=True)
    actor_name = models.CharField(_("actor"), max_length=64, blank=True)
    matter_type = models.CharField(_("kind of matter"), max_length=64, blank=True)
    matter_id = models.BigIntegerField(_("number of the matter"), null=True)
    area_key = models.BigIntegerField(_("area key"), null=True)
    purpose = models.CharField(_("purpose"), max_length=200, blank=True)
    detail = models.JSONField(_("detail"), default=dict, encoder=DjangoJSONEncoder)
    address = models.GenericIPAddressField(_("network address"), null=True)
    request_number = models.CharField(_("request"), max_length=12, blank=True)
    mac = models.CharField(max_length=64, editable=False)
    seq = models.BigIntegerField(null=True, unique=True, editable=False)
    link = models.CharField(max_length=64, blank=True, default="", editable=False)

    personal = Personal(
        whose=_("people who work here, and those whose data they looked at"),
        purpose=_("to prove who did what and who looked at what"),
        basis=_("Personal Information Protection Law, articles 51, 54 and 69; Cybersecurity Law, article 23"),
        recipients=_("auditors; people about whom somebody looked"),
        fields={"actor_name": Data.NAME, "address": Data.NETWORK, "purpose": Data.WORDS, "matter_id": Data.LINK},
        kept=_("three years at least; kept for good until the chain of proof can be shortened safely"))

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        indexes = [
            models.Index(fields=["matter_type", "matter_id", "id"], name="audit_matter"),
            models.Index(fields=["actor_id", "id"], name="audit_actor"),
            models.Index(fields=["id"], name="audit_unsealed", condition=models.Q(seq=None)),
        ]
        constraints = [
            models.CheckConstraint(
                name="audit_sealed_whole",
                condition=models.Q(seq=None, link="") | (models.Q(seq__isnull=False) & ~models.Q(link="")),
            )
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.verb}"
