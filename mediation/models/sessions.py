"""What was said when the parties met."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from mediation.personal import PARTIES
from shuangliu.privacy.personal import Data, Personal

from .cases import Case
from .rounds import Round

IN_TIME = timedelta(hours=24)  # within which a session should be recorded


class SessionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """That there was a session shows to whoever sees the case; what was said is asked by `case.read`."""
        return self.filter(case__in=Case.objects.visible_to(user))

    def in_time(self):
        return self.filter(recorded_at__lte=F("held_at") + IN_TIME)

    def late(self):
        return self.filter(recorded_at__gt=F("held_at") + IN_TIME)


class Session(models.Model):
    """调解记录. One meeting of the parties with their mediator. Confidential (People's Mediation Law art. 15)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # the form that was sent
    case = models.ForeignKey(Case, models.CASCADE, related_name="sessions", verbose_name=_("mediation case"))
    round = models.ForeignKey(Round, models.CASCADE, related_name="sessions", verbose_name=_("round"))
    held_at = models.DateTimeField(_("held at"))
    place = models.CharField(_("place"), max_length=100)
    present = models.ManyToManyField("mediation.Party", related_name="+", blank=True, verbose_name=_("parties present"))
    participants = models.CharField(_("others present"), max_length=200, blank=True)
    is_public = models.BooleanField(_("held in public"), default=False)  # as the parties wish (art. 23)
    record = models.TextField(_("record of the session"))
    recorded_at = models.DateTimeField(_("recorded at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by"))

    personal = Personal(**PARTIES, fields={"participants": Data.NAME, "record": Data.WORDS})
    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mediation session")
        verbose_name_plural = _("mediation sessions")
        ordering = ["held_at", "id"]
        indexes = [models.Index(fields=["recorded_at", "id"], name="session_recorded")]

    def __str__(self):
        return f"{self.held_at:%F %H:%M}"
