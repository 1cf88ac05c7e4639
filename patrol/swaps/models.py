"""A swap: the duty of one passes to another when both and the leader want it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from shuangliu.privacy.personal import STAFF, Data, Personal

from ..shifts.models import Shift
from .querysets import SwapQuerySet
from .states import OPEN, TONES, State


class Swap(AreaKeyed):
    """换班申请. `giver` walks `shift` and asks `taker` to do it instead; the roster changes when the leader grants it.

    It is open until then, and expires when the shift begins. `reason` is why it is asked, `answer` why it is refused.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    shift = models.ForeignKey(Shift, models.CASCADE, related_name="swaps", verbose_name=_("patrol shift"))
    giver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who asked"))
    taker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+",
                              verbose_name=_("who is asked"))
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.ASKED)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    answer = models.CharField(_("answer"), max_length=200, blank=True)
    asked_at = models.DateTimeField(_("asked at"))
    agreed_at = models.DateTimeField(_("agreed at"), null=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
                                 db_index=False, verbose_name=_("ended by"))

    personal = Personal(**STAFF, fields={"giver": Data.LINK, "taker": Data.LINK, "reason": Data.WORDS,
                                         "answer": Data.WORDS})
    objects = SwapQuerySet.as_manager()

    class Meta:
        verbose_name = _("swap of a shift")
        verbose_name_plural = _("swaps of shifts")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["town_key", "-id"], name="swap_town"),
            models.Index(fields=["area_key", "id"], name="swap_open", condition=Q(state__in=sorted(OPEN))),
        ]
        constraints = [
            models.CheckConstraint(name="swap_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="swap_of_two", condition=~Q(giver=F("taker"))),
            models.CheckConstraint(name="swap_open_or_ended", condition=Q(state__in=sorted(OPEN), ended_at=None)
                                   | ~Q(state__in=sorted(OPEN)) & Q(ended_at__isnull=False)),
            models.UniqueConstraint(fields=["shift", "giver"], name="swap_open_once",
                                    condition=Q(state__in=sorted(OPEN))),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("patrol:swap-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What people call it: HB and its key, six digits at least."""
        return f"HB{self.pk:06d}"

    @property
    def tone(self) -> str:
        return TONES.get(self.state, "off")

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def grants(self, act: str, user) -> bool:
        """The two see it and do their part, wherever their posts lie."""
        return act in OF_THE_TWO and user.pk in (self.giver_id, self.taker_id)


OF_THE_TWO = frozenset({"swap.view", "shift.walk"})
