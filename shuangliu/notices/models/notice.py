"""What one person is told."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy.personal import STAFF, Data, Personal

from .news import ONCE, News

MANY = 99  # more unread ones are not counted


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Nobody reads another's notices."""
        return self.filter(user=user.pk)

    def unread(self):
        return self.filter(read_at=None)

    def capped_count(self) -> int:
        """How many, up to one more than MANY: read along an index, never far."""
        return self.order_by()[: MANY + 1].count()

    def read(self, at: datetime) -> int:
        """Mark those that are unread as read; returns how many they were."""
        return self.unread().update(read_at=at)


class Notice(News):
    """消息. What one person is told of a matter, until they have read it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False,
                             verbose_name=_("user"))
    read_at = models.DateTimeField(_("read at"), null=True)

    personal = Personal(**STAFF | {"retention": "notice.read", "kept": ""}, fields={"user": Data.LINK})
    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = [
            models.Index(fields=["user", "-at", "-id"], name="notice_unread", condition=Q(read_at=None)),
            models.Index(fields=["user", "-at", "-id"], name="notice_of_user"),
            models.Index(fields=["read_at"], name="notice_read", condition=Q(read_at__isnull=False)),
        ]
        constraints = [models.UniqueConstraint(fields=["user", *ONCE], name="notice_once")]

    def get_absolute_url(self):
        return reverse("notices:notice-open", args=[self.pk])
