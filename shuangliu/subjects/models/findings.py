"""What is held of whoever asks, and what was decided of each."""

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy.personal import Data, Personal

from ..declared import ASKERS
from ..states import Ground
from .requests import SubjectRequest


class SubjectFinding(models.Model):
    """查找结果. One record of one app that holds data of the person, and whether the request is granted for it.

    `holder` is a name of the registry. No foreign key: any record of any app can be found, and be gone afterwards.
    """

    class Verdict(models.TextChoices):
        OPEN = "", _("not decided")
        GRANTED = "granted", _("is granted")
        REFUSED = "refused", _("not granted")

    request = models.ForeignKey(SubjectRequest, models.CASCADE, related_name="findings",
                                verbose_name=_("request about own data"))
    holder = models.CharField(_("kept in"), max_length=48)
    record_type = models.CharField(_("kind of record"), max_length=64)
    record_id = models.BigIntegerField(_("number of the record"))
    verdict = models.CharField(_("how it was decided"), max_length=7, choices=Verdict, default=Verdict.OPEN, blank=True)
    ground = models.CharField(_("ground of refusal"), max_length=8, choices=Ground, blank=True)
    note = models.CharField(_("ground in words"), max_length=300, blank=True)
    done_at = models.DateTimeField(_("carried out at"), null=True)

    personal = Personal(**ASKERS, fields={"record_id": Data.LINK})

    class Meta:
        verbose_name = _("record found of a person")
        verbose_name_plural = _("records found of people")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["request", "holder", "record_type", "record_id"],
                                    name="subject_finding_once"),
            models.CheckConstraint(name="subject_finding_refused_for_a_reason", condition=(
                ~Q(verdict="refused") & Q(ground="") | Q(verdict="refused", ground__in=Ground.values))),
            models.CheckConstraint(name="subject_finding_done_as_granted",
                                   condition=Q(done_at=None) | Q(verdict="granted")),
        ]

    def __str__(self):
        return f"{self.holder} {self.record_id}"

    @property
    def record(self) -> models.Model | None:
        """None when it is gone."""
        return apps.get_model(self.record_type)._base_manager.filter(pk=self.record_id).first()
