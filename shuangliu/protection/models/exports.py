"""Personal data in a file: asked for by one, approved by another."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from shuangliu.privacy.personal import STAFF, Data, Personal

from ..purposes import LONGEST, Purpose

ANSWERED_WITHIN = timedelta(days=3)  # then the request is over: nobody may wait with it for a better day
KEPT = timedelta(hours=24)


class ExportRequestQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own, and those that one decides or watches over."""
        return self.filter(Q(by=user.pk) | scope_q(user, "export.oversee"))

    def waiting_for(self, user):
        """Those that `user` may decide: never one's own."""
        return self.filter(scope_q(user, "export.decide"), state=ExportRequest.State.ASKED).exclude(by=user.pk)

    def to_make(self, at: datetime):
        """Approved, and in nobody's hands: a worker that died gives it back after a while."""
        return self.filter(Q(claimed_at=None) | Q(claimed_at__lt=at - timedelta(minutes=30)),
                           state=ExportRequest.State.APPROVED, made_at=None)

    def over(self, at: datetime):
        """What nobody decided in time, and files whose day is over."""
        return self.filter(Q(state=ExportRequest.State.ASKED, at__lte=at - ANSWERED_WITHIN)
                           | Q(made_at__lte=at - KEPT) & ~Q(file=""))


class ExportRequest(models.Model):
    """明文导出申请. Who wants which personal data in a file, for what; a second person decides (domain.md §7 rule 3).

    `what` names an exporter, `filters` what it chooses by, `fields` the columns in clear. The file lies encrypted, for
    a day; `file` is empty when it is gone.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("Waits for approval")
        APPROVED = "approved", _("Approved")
        REFUSED = "refused", _("Refused")
        FETCHED = "fetched", _("Fetched")
        EXPIRED = "expired", _("Expired")

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    what = models.CharField(_("what"), max_length=64)
    filters = models.JSONField(_("chosen by"), default=dict)
    fields = models.JSONField(_("columns in clear"))
    purpose = models.CharField(_("purpose"), max_length=8, choices=Purpose)
    words = models.CharField(_("purpose in words"), max_length=LONGEST)
    recipient = models.CharField(_("who gets the file"), max_length=60)
    count = models.PositiveIntegerField(_("rows"))
    area_key = models.BigIntegerField(editable=False)
    at = models.DateTimeField(_("at"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.ASKED)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
                                   db_index=False, verbose_name=_("decided by"))
    decided_at = models.DateTimeField(_("decided at"), null=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    claimed_at = models.DateTimeField(null=True, editable=False)
    made_at = models.DateTimeField(_("made at"), null=True)
    file = models.CharField(max_length=100, blank=True, default="", editable=False)
    fetched_at = models.DateTimeField(_("first fetched at"), null=True)
    fetched_count = models.PositiveIntegerField(_("times fetched"), default=0)

    personal = Personal(**STAFF, fields={"by": Data.LINK, "recipient": Data.NAME})
    objects = ExportRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("export in clear")
        verbose_name_plural = _("exports in clear")
        indexes = [
            models.Index(fields=["area_key", "id"], name="export_waiting", condition=Q(state="asked")),
            models.Index(fields=["made_at"], name="export_file", condition=~Q(file="")),
            models.Index(fields=["id"], name="export_to_make", condition=Q(state="approved", made_at=None)),
        ]
        constraints = [
            models.CheckConstraint(name="export_state_known", condition=Q(
                state__in=["asked", "approved", "refused", "fetched", "expired"])),
            models.CheckConstraint(name="export_four_eyes", condition=Q(decided_by=None) | ~Q(decided_by=F("by"))),
            models.CheckConstraint(name="export_decided_whole", condition=(
                Q(state="asked", decided_by=None, decided_at=None)
                | Q(state__in=["approved", "refused", "fetched"], decided_by__isnull=False, decided_at__isnull=False)
                | Q(state="expired"))),
            models.CheckConstraint(name="export_refused_with_reason", condition=~Q(state="refused") | ~Q(reason="")),
            models.CheckConstraint(name="export_file_was_made", condition=Q(file="") | Q(made_at__isnull=False)),
        ]

    def __str__(self):
        return self.number

    @property
    def number(self) -> str:
        return f"DC{self.pk:06d}"

    @property
    def kept_until(self) -> datetime | None:
        return self.made_at and self.made_at + KEPT

    def get_absolute_url(self) -> str:
        return reverse("protection:export-detail", args=[self.pk])

    def allows(self, act: str, post) -> bool:
        """Four eyes: nobody decides what they asked for. Only who asked gets the file."""
        if act == "export.decide":
            return post.user_id != self.by_id
        return post.user_id == self.by_id if act == "export.fetch" else True

    def grants(self, act: str, user) -> bool:
        """Whoever asked reads it, wherever its area lies."""
        return act == "export.view" and user.pk == self.by_id
