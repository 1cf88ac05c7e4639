"""Tables: who may not write for a time, and which words nobody shall read in public."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from hotline.personal import ABUSE
from incidents.models.parts import person
from shuangliu.privacy.fields import LookupHashField
from shuangliu.privacy.personal import Data, Personal


class BlockQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "block.view"))

    def on(self, day):
        """Those in force on a day."""
        return self.filter(lifted_at=None, until__gte=day)


class Block(models.Model):
    """停用名单. A phone or a network from which nothing is taken in writing until a day on which somebody looks at it
    again. Whoever is on it may call, and reads the emergency numbers like everybody.

    Of a phone only the keyed hash is kept: the list tells nobody who is on it.
    """

    phone_hash = LookupHashField(blank=True)
    network = models.CharField(_("network"), max_length=43, blank=True)
    area_key = models.BigIntegerField(editable=False)
    reason = models.CharField(_("reason"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                           verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    until = models.DateField(_("until, then reviewed"))
    lifted_at = models.DateTimeField(_("lifted at"), null=True)
    lifted_by = person(_("lifted by"))

    personal = Personal(**ABUSE, fields={"phone_hash": Data.MARK, "network": Data.NETWORK})
    objects = BlockQuerySet.as_manager()

    class Meta:
        verbose_name = _("blocked sender")
        verbose_name_plural = _("blocked senders")
        ordering = ["-id"]
        indexes = [models.Index(fields=["until", "phone_hash"], name="block_in_force", condition=Q(lifted_at=None))]
        constraints = [
            models.CheckConstraint(name="block_phone_or_network", condition=Q(phone_hash="") & ~Q(network="")
                                   | ~Q(phone_hash="") & Q(network="")),
            models.CheckConstraint(name="block_lifted_by_somebody", condition=Q(lifted_at=None, lifted_by=None)
                                   | Q(lifted_at__isnull=False, lifted_by__isnull=False)),
        ]

    def __str__(self):
        return self.network or str(_("A phone (%(mark)s)") % {"mark": self.phone_hash[:6]})

    def get_absolute_url(self):
        return reverse("hotline:block-list")


class Hidden(models.Model):
    """不公开. A text of a ticket that insults a named person: nobody reads it in public, the offices still do.

    Nothing is deleted and nobody is censored: a person has read it and says why. `shown_at`: it was shown again.
    """

    class Part(models.TextChoices):
        CONTENT = "content", _("what was said")
        ANSWER = "answer", _("answer to the caller")

    ticket = models.ForeignKey("hotline.Ticket", models.CASCADE, related_name="hidden", db_index=False,
                               verbose_name=_("ticket"))
    part = models.CharField(_("text"), max_length=8, choices=Part)
    reason = models.CharField(_("reason"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                           verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    shown_at = models.DateTimeField(_("shown again at"), null=True)
    shown_by = person(_("shown again by"))

    class Meta:
        verbose_name = _("hidden text")
        verbose_name_plural = _("hidden texts")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["ticket", "part"], condition=Q(shown_at=None), name="hidden_once"),
            models.CheckConstraint(name="hidden_part_known", condition=Q(part__in=["content", "answer"])),
            models.CheckConstraint(name="hidden_shown_by_somebody", condition=Q(shown_at=None, shown_by=None)
                                   | Q(shown_at__isnull=False, shown_by__isnull=False)),
        ]

    def __str__(self):
        return f"{self.ticket_id} {self.part}"
