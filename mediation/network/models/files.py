"""What is kept about the work of a mediator: what they learned, what they may show, whom they are close to."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mediation.personal import NETWORK
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ...models.mediators import Mediator


class MediatorTraining(models.Model):
    """调解员培训记录. A course a mediator attended (People's Mediation Law art. 14: training at fixed times)."""

    mediator = models.ForeignKey(Mediator, models.CASCADE, related_name="trainings", verbose_name=_("mediator"))
    held_on = models.DateField(_("date"))
    subject = models.CharField(_("subject"), max_length=100)
    hours = models.DecimalField(_("hours"), max_digits=5, decimal_places=1)

    personal = Personal(**NETWORK, fields={"subject": Data.WORK})

    class Meta:
        verbose_name = _("training of a mediator")
        verbose_name_plural = _("trainings of mediators")
        ordering = ["-held_on", "-id"]
        constraints = [
            models.CheckConstraint(name="mediator_training_hours", condition=Q(hours__gt=0)),
            models.UniqueConstraint(fields=["mediator", "held_on", "subject"], name="mediator_training_once",
                                    violation_error_message=_("This training is written down already.")),
        ]

    def __str__(self):
        return self.subject


class MediatorCertificate(models.Model):
    """调解员证书. What a mediator may show; without `valid_until` it does not run out."""

    mediator = models.ForeignKey(Mediator, models.CASCADE, related_name="certificates", verbose_name=_("mediator"))
    name = models.CharField(_("name"), max_length=100)
    number = models.CharField(_("certificate number"), max_length=60, blank=True)
    issued_on = models.DateField(_("issued on"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    personal = Personal(**NETWORK, fields={"name": Data.WORK, "number": Data.WORK})

    class Meta:
        verbose_name = _("certificate of a mediator")
        verbose_name_plural = _("certificates of mediators")
        ordering = ["-issued_on", "-id"]
        constraints = [
            models.CheckConstraint(name="mediator_certificate_range",
                                   condition=Q(valid_until=None) | Q(valid_until__gte=F("issued_on")),
                                   violation_error_message=_("The last day is not before the first.")),
            models.UniqueConstraint(fields=["mediator", "name", "issued_on"], name="mediator_certificate_once",
                                    violation_error_message=_("This certificate is written down already.")),
        ]

    def __str__(self):
        return self.name


class RecusalGround(models.Model):
    """回避情形申报. A tie that a mediator declared: 某企业负责人的亲属. For their manager's eyes and their own;
    encrypted, because it tells of others too."""

    mediator = models.ForeignKey(Mediator, models.CASCADE, related_name="recusal_grounds", verbose_name=_("mediator"))
    text = EncryptedTextField(_("ground"))
    declared_on = models.DateField(_("declared on"))

    personal = Personal(**NETWORK, fields={"text": Data.WORDS})

    class Meta:
        verbose_name = _("recusal ground")
        verbose_name_plural = _("recusal grounds")
        ordering = ["-declared_on", "-id"]

    def __str__(self):
        return _("recusal ground") + f" {self.pk}"
