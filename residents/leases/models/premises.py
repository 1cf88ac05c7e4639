"""Premises: which account holds them, and how safe they were found."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...models.homes import Dwelling
from ...models.parts import someone
from ..rules import ITEM_OF
from .leases import Filer, Lease


class Holder(models.Model):
    """房东账号绑定. An account that sees the leases of a dwelling as its landlord's. The registrar binds it at the
    counter after seeing ID and title, and looses it when the dwelling is sold; nothing else opens a dwelling to
    an account."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="premises", db_index=False,
                             verbose_name=_("account"))
    dwelling = models.ForeignKey(Dwelling, models.PROTECT, related_name="holders", verbose_name=_("dwelling"))
    bound_by = someone(_("bound by"))
    bound_at = models.DateTimeField(_("bound at"))
    until = models.DateField(_("until"), null=True)

    class Meta:
        verbose_name = _("holder of premises")
        verbose_name_plural = _("holders of premises")
        ordering = ["id"]
        indexes = [models.Index(fields=["user", "dwelling"], name="holder_of_user", condition=Q(until=None))]
        constraints = [models.UniqueConstraint(fields=["user", "dwelling"], condition=Q(until=None),
                                               name="holder_once")]

    def __str__(self):
        return f"{self.user_id} @ {self.dwelling_id}"


class SafetyCheck(models.Model):
    """租住安全自查. What a landlord, manager or tenant found when they went through the list (rules.ITEMS)."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    dwelling = models.ForeignKey(Dwelling, models.PROTECT, related_name="safety_checks", db_index=False,
                                 verbose_name=_("dwelling"))
    lease = models.ForeignKey(Lease, models.SET_NULL, null=True, related_name="safety_checks", verbose_name=_("lease"))
    side = models.CharField(_("done by"), max_length=9, choices=Filer)
    by = someone(_("account"))
    at = models.DateTimeField(_("done at"))

    class Meta:
        verbose_name = _("safety self-check")
        verbose_name_plural = _("safety self-checks")
        ordering = ["-id"]
        indexes = [models.Index(fields=["dwelling", "-id"], name="safety_check_of")]

    def __str__(self):
        return f"{self.dwelling_id} {self.at:%F}"


class SafetyAnswer(models.Model):
    """自查项. One line of a self-check. `uuid` names the incident that a "no" opens, so that it opens once."""

    check_of = models.ForeignKey(SafetyCheck, models.CASCADE, related_name="answers", verbose_name=_("self-check"))
    item = models.CharField(_("item"), max_length=20)
    is_fine = models.BooleanField(_("in order"))
    note = models.CharField(_("what was found"), max_length=200, blank=True)
    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = _("line of a self-check")
        verbose_name_plural = _("lines of self-checks")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["check_of", "item"], name="safety_answer_once")]

    def __str__(self):
        return f"{self.item} {'✓' if self.is_fine else '✗'}"

    @property
    def question(self) -> str:
        """The words of the item; of one that the list no longer has, its code."""
        item = ITEM_OF.get(self.item)
        return str(item.question) if item else self.item
