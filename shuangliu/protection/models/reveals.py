"""Personal data of one matter, in clear for one person, for five minutes."""

from datetime import datetime

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from shuangliu.privacy.personal import STAFF, Data, Personal

from ..purposes import LONGEST, Purpose


class RevealQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own. Those who watch over others read `watched_by`."""
        return self.filter(by=user.pk)

    def watched_by(self, user):
        return self.filter(scope_q(user, "reveal.view"))

    def open(self, at: datetime):
        return self.filter(until__gt=at)

    def of(self, matter: models.Model):
        return self.filter(matter_type=matter._meta.label_lower, matter_id=matter.pk)


class Reveal(models.Model):
    """明文查看. Somebody stated a purpose and sees the personal data of a matter until then (domain.md §7 rule 3)."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                           verbose_name=_("by"))
    matter_type = models.CharField(_("kind of matter"), max_length=64)
    matter_id = models.BigIntegerField(_("number of the matter"))
    area_key = models.BigIntegerField(editable=False)
    fields = models.JSONField(_("which data"))
    purpose = models.CharField(_("purpose"), max_length=8, choices=Purpose)
    words = models.CharField(_("purpose in words"), max_length=LONGEST, blank=True)
    at = models.DateTimeField(_("at"))
    until = models.DateTimeField(_("until"))

    personal = Personal(**STAFF, fields={"by": Data.LINK})
    objects = RevealQuerySet.as_manager()

    class Meta:
        verbose_name = _("reveal")
        verbose_name_plural = _("reveals")
        indexes = [
            models.Index(fields=["by", "matter_type", "until"], name="reveal_running"),
            models.Index(fields=["by", "at"], name="reveal_of_person"),
            models.Index(fields=["area_key", "-id"], name="reveal_area"),
        ]
        constraints = [
            models.CheckConstraint(name="reveal_purpose_known", condition=Q(purpose__in=Purpose.values)),
            models.CheckConstraint(name="reveal_other_in_words", condition=~Q(purpose=Purpose.OTHER) | ~Q(words="")),
            models.CheckConstraint(name="reveal_ends_after_it_begins", condition=Q(until__gte=F("at"))),
        ]

    def __str__(self):
        return f"{self.matter_type} {self.matter_id}"

    @property
    def matter_name(self) -> str:
        """What kind of matter it is, in words."""
        return str(apps.get_model(self.matter_type)._meta.verbose_name)
