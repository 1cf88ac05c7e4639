"""Money: what was applied for, what the agency decided, what was paid."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ...declared import CARE
from ...models.households import Household
from ...models.parts import someone
from ..querysets import AidQuerySet
from ..states import AID_TONES, AidState
from .referrals import CareReferral


class AidKind(models.TextChoices):
    """社会救助暂行办法; what the agencies of a county can grant."""

    ALLOWANCE = "allowance", _("Minimum living allowance")
    TEMPORARY = "temporary", _("Temporary relief")
    MEDICAL = "medical", _("Help with costs of treatment")
    EDUCATION = "education", _("Help with costs of school")
    HOUSING = "housing", _("Help with rent or repair")
    WORK = "work", _("Help to take up work")
    LEGAL = "legal", _("Legal aid free of charge")
    CARE = "care", _("Allowance for care at home")


class Refusal(models.TextChoices):
    NOT_ENTITLED = "no_right", _("The rules do not give it for this")
    ABOVE = "above", _("Above the limit of the rules")
    ELSEWHERE = "elsewhere", _("Already granted by another office")
    NOT_PROVED = "not_proved", _("What the rules ask to be shown was not shown")


class AidApplication(AreaKeyed):
    """救助申请. Money or a free service that is applied for by way of a referral, for the person or the household.

    Seen by whom the referral is seen. `amount` and `granted` are yuan; `granted_from` and `granted_until` the period of
    the grant, in as many payments as were set down. A refusal has its reason in words, and the letter tells how to
    appeal (行政复议法 art. 20: 60 days).
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(CareReferral, models.CASCADE, related_name="applications",
                                 verbose_name=_("care referral"))
    household = models.ForeignKey(Household, models.PROTECT, null=True, blank=True, related_name="+", db_index=False,
                                  verbose_name=_("household"))
    kind = models.CharField(_("kind of aid"), max_length=10, choices=AidKind)
    amount = models.DecimalField(_("amount asked for (yuan)"), max_digits=9, decimal_places=2)
    starts_on = models.DateField(_("asked for from"))
    ends_on = models.DateField(_("asked for until"))
    state = models.CharField(_("state"), max_length=9, choices=AidState, default=AidState.APPLIED)
    applied_at = models.DateTimeField(_("applied at"))
    due_at = models.DateTimeField(_("due at"), null=True)
    granted = models.DecimalField(_("amount granted (yuan)"), max_digits=9, decimal_places=2, null=True)
    granted_from = models.DateField(_("granted from"), null=True)
    granted_until = models.DateField(_("granted until"), null=True)
    refusal = models.CharField(_("ground of the refusal"), max_length=10, choices=Refusal, blank=True)
    reason = EncryptedTextField(_("reason"), blank=True, default="")
    decided_by = someone(_("decided by"))
    decided_at = models.DateTimeField(_("decided at"), null=True)

    personal = Personal(**CARE, fields={"household": Data.LINK, "amount": Data.WORDS, "granted": Data.WORDS,
                                        "reason": Data.WORDS})
    objects = AidQuerySet.as_manager()

    class Meta:
        verbose_name = _("application for aid")
        verbose_name_plural = _("applications for aid")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(name="aid_state_known", condition=Q(state__in=AidState.values)),
            models.CheckConstraint(name="aid_amount_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="aid_range", condition=Q(ends_on__gte=F("starts_on"))),
            models.CheckConstraint(name="aid_granted_whole", condition=~Q(state__in=["granted", "paid"]) | Q(
                granted__gt=0, granted_until__gte=F("granted_from"), decided_at__isnull=False)),
            models.CheckConstraint(name="aid_refused_for_a_reason", condition=Q(refusal="") & ~Q(state="refused")
                                   | Q(state="refused", refusal__in=Refusal.values, decided_at__isnull=False)),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("residents:aid-detail", args=[self.pk])

    def allows(self, act: str, post) -> bool:
        return self.referral.allows(act, post)

    @property
    def number(self) -> str:
        """JZ and its key, eight digits at least."""
        return f"JZ{self.pk:08d}"

    @property
    def is_decided(self) -> bool:
        return self.decided_at is not None

    @property
    def tone(self) -> str:
        return AID_TONES.get(self.state, "off")


class AidPayment(models.Model):
    """救助发放. One payment of a grant: when it is due and when it was made."""

    application = models.ForeignKey(AidApplication, models.CASCADE, related_name="payments",
                                    verbose_name=_("application for aid"))
    amount = models.DecimalField(_("amount (yuan)"), max_digits=9, decimal_places=2)
    due_on = models.DateField(_("due on"))
    paid_on = models.DateField(_("paid on"), null=True)
    paid_by = someone(_("written down by"))

    class Meta:
        verbose_name = _("payment of aid")
        verbose_name_plural = _("payments of aid")
        ordering = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["application", "due_on"], name="aid_payment_once"),
            models.CheckConstraint(name="aid_payment_positive", condition=Q(amount__gt=0)),
        ]

    def __str__(self):
        return f"{self.due_on} {self.amount}"
