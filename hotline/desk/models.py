"""Calls as the telephone system tells of them, and who sits at the telephones."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.keys import AreaKeyed, truncate
from hotline.personal import CALLERS
from shuangliu.privacy import masking
from shuangliu.privacy.fields import EncryptedTextField, LookupHashField
from shuangliu.privacy.personal import Data, Personal

LOST = timedelta(minutes=10)  # a call that rings longer is one whose end nobody told us of
LONGEST = timedelta(hours=2)  # the same of a talk
SHIFT = timedelta(hours=12)  # the longest shift: then it was forgotten


class OfCounty(models.QuerySet):
    def visible_to(self, user):
        """The hotline sees what is of its county, said by the key of the index."""
        return self.filter(county_key__in={truncate(post.area.key, "county") for post in posts_for(user, "call.take")})


class CallQuerySet(OfCounty):
    def ringing(self, at: datetime):
        return self.filter(state=Call.State.RINGING, rang_at__gt=at - LOST)

    def talking(self, at: datetime):
        return self.filter(state=Call.State.ANSWERED, rang_at__gt=at - LONGEST)


class Call(AreaKeyed):
    """来电. One call as the telephone system tells of it: it rings, is answered or missed, and ends.

    `phone` is empty when the number is withheld; `agent` while it waits for a free one; `tickets` are what came of it.
    Nothing of what is said is recorded.
    """

    class State(models.TextChoices):
        RINGING = "ringing", _("Ringing")
        ANSWERED = "answered", _("In a call")
        ENDED = "ended", _("Ended")
        MISSED = "missed", _("Missed")

    call_id = models.CharField(_("number given by the telephone system"), max_length=64, unique=True)
    dialled = models.CharField(_("dialled"), max_length=20)
    line = models.ForeignKey("hotline.HotlineLine", models.PROTECT, null=True, blank=True, related_name="+",
                             db_index=False, verbose_name=_("department line"))
    phone = EncryptedTextField(_("phone"), blank=True, default="")
    phone_hash = LookupHashField(of="phone", blank=True)
    agent = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
                              db_index=False, verbose_name=_("agent"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.RINGING)
    rang_at = models.DateTimeField(_("rang at"))
    answered_at = models.DateTimeField(_("answered at"), null=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    tickets = models.ManyToManyField("hotline.Ticket", related_name="calls", verbose_name=_("tickets"))

    personal = Personal(**CALLERS, fields={"phone": Data.PHONE, "phone_hash": Data.MARK},
                        retention="call.phone")
    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        indexes = [
            models.Index(fields=["state", "rang_at"], name="call_going_on",
                         condition=Q(state__in=["ringing", "answered"])),
            models.Index(fields=["county_key", "rang_at"], name="call_county"),
            models.Index(fields=["phone_hash", "rang_at"], name="call_phone", condition=~Q(phone_hash="")),
            models.Index(fields=["rang_at"], name="call_with_phone", condition=~Q(phone_hash="")),
        ]
        constraints = [
            models.CheckConstraint(name="call_state_known", condition=(
                Q(state="ringing", answered_at=None, ended_at=None)
                | Q(state="answered", answered_at__isnull=False, ended_at=None)
                | Q(state="ended", answered_at__isnull=False, ended_at__isnull=False)
                | Q(state="missed", answered_at=None, ended_at__isnull=False))),
        ]

    def __str__(self):
        return f"{self.masked_phone} {self.rang_at:%F %T}"

    @property
    def masked_phone(self) -> str:
        return masking.mask_phone(self.phone)


class AgentShiftQuerySet(OfCounty):
    def on(self):
        """Those that have not ended."""
        return self.filter(ended_at=None)

    def of(self, user):
        """The shift in which `user` is now, None for none."""
        return self.on().filter(agent=user).first()


class AgentShift(AreaKeyed):
    """坐席班次. An agent sits at the telephone from `began_at` on; `paused_at` while there is a pause, `rested` what
    pauses took before. It counts seats, not persons: nobody is compared by it."""

    agent = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                              verbose_name=_("agent"))
    began_at = models.DateTimeField(_("began at"))
    paused_at = models.DateTimeField(_("paused since"), null=True)
    rested = models.DurationField(_("pauses"), default=timedelta)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    is_forgotten = models.BooleanField(_("ended by the clock"), default=False)

    objects = AgentShiftQuerySet.as_manager()

    class Meta:
        verbose_name = _("shift of an agent")
        verbose_name_plural = _("shifts of agents")
        indexes = [models.Index(fields=["agent", "-id"], name="agent_shift_of")]
        constraints = [
            models.UniqueConstraint(fields=["agent"], name="agent_shift_one", condition=Q(ended_at=None)),
            models.CheckConstraint(name="agent_shift_over", condition=Q(ended_at=None) | Q(paused_at=None)),
        ]

    def __str__(self):
        return f"{self.agent} {self.began_at:%F %H:%M}"
