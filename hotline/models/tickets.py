"""The ticket: what somebody told the hotline, until they have been answered."""

import secrets
import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from hotline.personal import CALLERS
from incidents.models import Incident
from incidents.models.parts import person
from shuangliu.deadlines.models import Step
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ..querysets import TicketQuerySet
from ..rights import allows
from ..states import OPEN, WITH_OFFICE, State

# Channels of what people sent themselves, knowing that the public may see that it is there.
OPENLY = ["open311", "portal"]
SENT_OPENLY = Q(channel__in=OPENLY)
WAITS = Q(due_at__isnull=False)  # what a queue reads: a small part of the table


class Kind(models.TextChoices):
    """What the caller wants; the limit of the reply follows from it (domain.md §5.3)."""

    QUESTION = "question", _("Question")
    HELP = "help", _("Asks for help")
    SUGGESTION = "suggestion", _("Suggestion")
    COMPLAINT = "complaint", _("Complaint")
    REPORT = "report", _("Reports a wrong")


class Channel(models.TextChoices):
    PHONE = "phone", _("Phone")
    PORTAL = "portal", _("Public portal")
    OPEN311 = "open311", _("Other software")
    VISIT = "visit", _("Visit")


def six_digits() -> str:
    return f"{secrets.randbelow(10**6):06d}"


class Ticket(AreaKeyed):
    """工单. One concern of one caller.

    `caller` is empty for the anonymous; a secret (`is_secret`) one is known to the hotline only, like every other, and
    its answer is given without a word of who asked. `incident` or `case` is where it is being settled; `joined_to` the
    earlier ticket of the same caller that this one repeats. `code` lets the caller follow it by number and code.
    `due_at` is the end of the running stage, empty when nobody waits; `reply_due_at` when the caller shall have the
    answer at the latest; `is_with_lead`: it came back so often that the supervisor decides; `to_be_told`: the office
    has taken more time, and the caller does not know yet; `first_due_at`: when the first reply was due, by which "in
    time" is counted even when it was done again; `call_after`: nobody answered, so not before; `moved_at` is the last
    thing that happened to it or its incident, the steps of a clock apart. Coordinates are WGS-84 degrees. `content` and
    `place` hold no phone or ID number: where there was one, `whole` has the content as it was said, encrypted.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    code = EncryptedTextField(_("query code"), default=six_digits, editable=False)
    channel = models.CharField(_("came by"), max_length=8, choices=Channel, default=Channel.PHONE)
    line = models.ForeignKey("hotline.HotlineLine", models.PROTECT, null=True, blank=True, related_name="+",
                             db_index=False, verbose_name=_("department line"))
    caller = models.ForeignKey("hotline.Caller", models.PROTECT, null=True, blank=True, related_name="tickets",
                               db_index=False, verbose_name=_("caller"))
    is_secret = models.BooleanField(_("keep the caller secret"), default=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    category = models.ForeignKey("incidents.Category", models.PROTECT, null=True, blank=True, related_name="+",
                                 db_index=False, verbose_name=_("category"))
    content = models.TextField(_("what was said"))
    whole = EncryptedTextField(_("what was said, with its numbers"), blank=True, default="", editable=False)
    place = models.CharField(_("place"), max_length=200, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    is_urgent = models.BooleanField(_("urgent"), default=False)

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.RECEIVED)
    due_at = models.DateTimeField(_("due at"), null=True)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)
    reply_due_at = models.DateTimeField(_("reply due at"), null=True)
    incident = models.ForeignKey("incidents.Incident", models.PROTECT, null=True, related_name="tickets",
                                 db_index=False, verbose_name=_("incident"))
    case = models.ForeignKey("mediation.Case", models.PROTECT, null=True, related_name="tickets", db_index=False,
                             verbose_name=_("mediation case"))
    joined_to = models.ForeignKey("self", models.PROTECT, null=True, related_name="joined", db_index=False,
                                  verbose_name=_("same as"))
    wrap_up = models.ForeignKey("hotline.WrapUp", models.PROTECT, null=True, blank=True, related_name="+",
                                db_index=False, verbose_name=_("wrap-up code"))
    answer = models.TextField(_("answer to the caller"), blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    returned_count = models.PositiveSmallIntegerField(_("times it came back"), default=0)
    rework_count = models.PositiveSmallIntegerField(_("times done again"), default=0)
    is_with_lead = models.BooleanField(_("the supervisor decides"), default=False)
    to_be_told = models.BooleanField(_("the caller has to be told"), default=False)

    received_at = models.DateTimeField(_("received at"))
    taken_by = person(_("taken down by"))
    dispatched_at = models.DateTimeField(_("first dispatched at"), null=True)
    replied_at = models.DateTimeField(_("first replied at"), null=True)
    closed_at = models.DateTimeField(_("closed at"), null=True)
    first_due_at = models.DateTimeField(_("first reply due at"), null=True)
    judged_at = models.DateTimeField(_("judged at"), null=True)
    call_after = models.DateTimeField(_("not to be called before"), null=True)
    moved_at = models.DateTimeField(_("last moved at"), default=timezone.now)
    satisfaction = models.CharField(_("satisfaction"), max_length=12, choices=Incident.Satisfaction, blank=True)
    judgement = models.CharField(_("words of the caller"), max_length=500, blank=True)

    personal = Personal(**CALLERS, retention="ticket.contact", fields={
        "code": Data.MARK, "content": Data.WORDS, "whole": Data.WORDS, "caller": Data.LINK, "judgement": Data.WORDS})
    objects = TicketQuerySet.as_manager()
    searched = ("content", "place", "answer")
    allows = allows

    class Meta:
        verbose_name = _("ticket")
        verbose_name_plural = _("tickets")
        indexes = [
            models.Index(fields=["county_key", "due_at", "id"], name="ticket_queue", condition=WAITS),
            models.Index(fields=["state", "due_at", "id"], name="ticket_state_queue", condition=WAITS),
            models.Index(fields=["county_key", "due_at", "id"], name="ticket_to_tell", condition=Q(to_be_told=True)),
            models.Index(fields=["taken_by", "-id"], name="ticket_of_agent"),
            models.Index(fields=["caller", "-id"], name="ticket_of_caller", condition=Q(caller__isnull=False)),
            models.Index(fields=["incident"], name="ticket_of_incident", condition=Q(incident__isnull=False)),
            models.Index(fields=["case"], name="ticket_of_case", condition=Q(case__isnull=False)),
            models.Index(fields=["joined_to"], name="ticket_joined", condition=Q(joined_to__isnull=False)),
            models.Index(fields=["county_key", "-id"], name="ticket_county"),
            models.Index(fields=["county_key", "due_at", "id"], name="ticket_to_be_told",
                         condition=Q(to_be_told=True, due_at__isnull=False)),
            models.Index(fields=["closed_at"], name="ticket_closed", condition=Q(closed_at__isnull=False)),
            # What the public may ask for: the newest, the newest open ones, what moved last.
            models.Index(fields=["county_key", "-received_at", "-id"], name="ticket_open311", condition=SENT_OPENLY),
            models.Index(fields=["county_key", "-received_at", "-id"], name="ticket_open311_open",
                         condition=SENT_OPENLY & Q(state__in=sorted(OPEN))),
            models.Index(fields=["county_key", "-moved_at", "-id"], name="ticket_open311_moved",
                         condition=SENT_OPENLY),
        ]
        constraints = [
            models.CheckConstraint(name="ticket_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="ticket_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="ticket_channel_known", condition=Q(channel__in=Channel.values)),
            models.CheckConstraint(name="ticket_open_has_deadline",
                                   condition=~Q(state__in=sorted(OPEN)) | Q(due_at__isnull=False)),
            models.CheckConstraint(name="ticket_with_somebody", condition=~Q(state__in=sorted(WITH_OFFICE))
                                   | Q(incident__isnull=False) | Q(case__isnull=False)),
            models.CheckConstraint(name="ticket_joined_to_one", condition=Q(state="duplicate", joined_to__isnull=False)
                                   | ~Q(state="duplicate") & Q(joined_to=None)),
            models.CheckConstraint(name="ticket_point_whole", condition=Q(longitude=None, latitude=None)
                                   | Q(longitude__isnull=False, latitude__isnull=False)),
            models.CheckConstraint(name="ticket_answered_with_words", condition=~Q(state="answered") | ~Q(answer="")),
            models.CheckConstraint(name="ticket_secret_has_caller",
                                   condition=Q(is_secret=False) | Q(caller__isnull=False)),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("hotline:ticket-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What people call it: RX and its key, eight digits at least."""
        return f"RX{self.pk:08d}"

    @property
    def said(self) -> str:
        """What was said, word for word; for the hotline's own pages of this one ticket."""
        return self.whole or self.content

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_overdue(self) -> bool:
        return self.alert in (Step.OVERDUE, Step.RAISED)

    @property
    def matter(self):
        """The incident or the case in which it is being settled; None while it is in neither."""
        return self.incident or self.case

    @property
    def goes_on_in(self):
        """The incident that is being worked on for it: its own, or the one that this was merged into."""
        return self.incident and (self.incident.merged_into or self.incident)
