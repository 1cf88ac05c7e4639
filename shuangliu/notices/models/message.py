"""The outbox."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from .channel import Channel
from .news import ONCE, News


class MessageQuerySet(models.QuerySet):
    def due(self, at: datetime):
        """What is to be carried at `at`, first come first."""
        return self.filter(state=Message.State.WAITING, next_try_at__lte=at).order_by("next_try_at", "id")


class Message(News):
    """外发消息. Something for one channel, written with the act that it tells of and carried by a job.

    The address stays with the channel alone, so that it goes where the channel leads when it leaves. While a worker
    has it in hand, `next_try_at` is when another may take it to be lost.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("To be sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Given up")

    channel = models.ForeignKey(Channel, models.PROTECT, related_name="messages", db_index=False,
                                verbose_name=_("notice channel"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try at"))
    last_error = models.CharField(_("last error"), max_length=200, blank=True)
    done_at = models.DateTimeField(_("sent or given up at"), null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing message")
        verbose_name_plural = _("outgoing messages")
        indexes = [
            models.Index(fields=["next_try_at", "id"], name="message_waiting", condition=Q(state="waiting")),
            models.Index(fields=["-id"], name="message_failed", condition=Q(state="failed")),
            models.Index(fields=["done_at"], name="message_done", condition=Q(done_at__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["channel", *ONCE], name="message_once"),
            models.CheckConstraint(name="message_done_when", condition=(
                Q(state="waiting", done_at=None) | Q(state__in=["sent", "failed"], done_at__isnull=False))),
        ]

    @property
    def subject(self) -> str:
        """In the language of the county: who reads a mail or a group has chosen none here."""
        with override(settings.LANGUAGE_CODE):
            return f"【{_('Shuangliu')}】{self.title}"

    @property
    def body(self) -> str:
        """What it says, and where to look."""
        link = f"{settings.PUBLIC_URL}{self.url}" if settings.PUBLIC_URL else ""
        return "\n".join(filter(None, [self.text, link]))
