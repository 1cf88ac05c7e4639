"""What grid workers write down on their round."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from shuangliu.privacy.personal import STAFF, Data, Personal

from ..querysets import NoteQuerySet


class Kind(models.TextChoices):
    """The duties that leave a note (domain.md §3.3 1.2). Whatever somebody has to settle is an incident instead."""

    PATROL = "patrol", _("Round")
    VISIT = "visit", _("Visit")
    OPINION = "opinion", _("Opinion heard")
    PROMOTION = "promotion", _("Public-service promotion")


class Purpose(models.TextChoices):
    """Why a household or shop was visited: nobody is called on without a reason that can be named."""

    SERVICE = "service", _("Offering help")
    SAFETY = "safety", _("Safety check")
    FOLLOW_UP = "follow_up", _("Following up a matter")
    OTHER = "other", _("Other purpose")


class Note(AreaKeyed):
    """巡查走访记录. One thing a grid worker did or heard on duty; it waits for nobody.

    `area` is the grid that the writer serves, and `area_key` its key; the point (WGS-84 degrees, both or neither) is
    given by hand or not at all: no track. `noted_at` is the phone's time, `received_at` the server's.
    """

    uuid = models.UUIDField(_("number given by the sender"), unique=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    purpose = models.CharField(_("purpose of the visit"), max_length=10, choices=Purpose, blank=True)
    text = models.TextField(_("text"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False,
                             verbose_name=_("grid"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                           verbose_name=_("written by"))
    noted_at = models.DateTimeField(_("noted at"))
    received_at = models.DateTimeField(_("received at"))

    personal = Personal(**STAFF | {"retention": "note.point", "kept": ""},
                        fields={"longitude": Data.POINT, "latitude": Data.POINT, "by": Data.LINK})
    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("patrol note")
        verbose_name_plural = _("patrol notes")
        indexes = [
            models.Index(fields=["by", "-id"], name="note_writer"),
            # Of a county along the primary key.
            models.Index(fields=["community_key", "-id"], name="note_community"),
            models.Index(fields=["town_key", "-id"], name="note_town"),
            # What the job that forgets points reads.
            models.Index(fields=["noted_at"], name="note_point", condition=Q(longitude__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(name="note_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="note_visit_has_purpose", condition=Q(kind="visit", purpose__in=Purpose.values)
                                   | ~Q(kind="visit") & Q(purpose="")),
            models.CheckConstraint(name="note_point_whole", condition=Q(longitude=None, latitude=None) | Q(
                longitude__isnull=False, latitude__isnull=False,  # said, because unknown passes a check
                longitude__gte=-180, longitude__lte=180, latitude__gte=-90, latitude__lte=90)),
            models.CheckConstraint(name="note_written_before_received", condition=Q(noted_at__lte=F("received_at"))),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("patrol:note-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What people call it: XC and its key, eight digits at least."""
        return f"XC{self.pk:08d}"

    def grants(self, act: str, user) -> bool:
        """Writers read what they wrote, also after they have left the grid."""
        return act == "note.view" and user.pk is not None and user.pk == self.by_id
