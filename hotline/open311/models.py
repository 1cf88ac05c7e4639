"""Who may send through Open311, what came that way, and what of it a person made public."""

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

SHOWN = 6  # characters of a key by which people tell keys apart


def hashed(key: str) -> str:
    """A key is long and random: a plain hash of it cannot be turned back, nor needs it a key of its own."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()


class ApiKey(models.Model):
    """接口密钥. A program that may report. The key itself is shown once, when it is made; kept are its hash and its
    first characters."""

    name = models.CharField(_("program"), max_length=60)
    unit = models.ForeignKey("grids.Department", models.PROTECT, null=True, blank=True, related_name="+",
                             verbose_name=_("owner unit"), help_text=_("Who answers for it. Empty: the county itself."))
    start = models.CharField(_("begins with"), max_length=SHOWN, editable=False)
    hash = models.CharField(max_length=64, unique=True, editable=False)
    per_minute = models.PositiveSmallIntegerField(_("requests a minute"), default=60)
    is_active = models.BooleanField(_("in use"), default=True)
    expires_on = models.DateField(_("valid until"), null=True, blank=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")
        ordering = ["name", "id"]
        constraints = [models.CheckConstraint(name="api_key_may_do_something", condition=Q(per_minute__gt=0))]

    def __str__(self):
        return f"{self.name} {self.start}…"

    def renew(self) -> str:
        """A new key for it; the old one opens nothing once this is saved."""
        key = secrets.token_urlsafe(30)
        self.start, self.hash = key[:SHOWN], hashed(key)
        return key


class Delivery(models.Model):
    """接口来件. Which key a ticket came by: its program may read what it said itself and add to it."""

    ticket = models.OneToOneField("hotline.Ticket", models.CASCADE, related_name="delivery", verbose_name=_("ticket"))
    key = models.ForeignKey(ApiKey, models.PROTECT, related_name="+", verbose_name=_("API key"))

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")

    def __str__(self):
        return f"{self.ticket_id} {self.key}"


class Publication(models.Model):
    """公开内容. What the public may read of a ticket, in words that somebody of the hotline has read and put right, and
    one photo that they have looked at; without one, only kind, rough place and state are shown."""

    ticket = models.OneToOneField("hotline.Ticket", models.CASCADE, related_name="publication",
                                  verbose_name=_("ticket"))
    description = models.TextField(_("description"), blank=True, max_length=4000)
    answer = models.TextField(_("answer"), blank=True, max_length=4000)
    photo = models.ForeignKey("attachments.Attachment", models.SET_NULL, null=True, blank=True, related_name="+",
                              verbose_name=_("photo"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                           verbose_name=_("published by"))
    at = models.DateTimeField(_("published at"))

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        constraints = [models.CheckConstraint(name="publication_says_something",
                                              condition=~Q(description="", answer=""))]

    def __str__(self):
        return self.description[:40] or self.answer[:40]
