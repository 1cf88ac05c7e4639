"""The matter itself: its present state, owner and deadline on one row, indexed for the queues."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from shuangliu.accounts.managers import but_names
from shuangliu.deadlines.models import Step
from shuangliu.privacy.personal import STAFF, Data, Personal

from ..querysets import IncidentQuerySet
from ..rights import allows, grants
from ..states import BEING_HANDLED, OPEN, State
from ..waiting import LEVEL, TO_BE_JUDGED, for_a_desk_q
from .parts import both_or_none, person

RUNNING = Q(due_at__isnull=False)  # rows that wait for somebody: a small part of the table, and all a queue reads

LATE = timedelta(minutes=5)  # no form takes as long on a line that works
ENDED = ["closed", "evaluated"]
OVER = ["evaluated", "rejected", "merged", "cancelled"]  # nobody waits for anything


class Incident(AreaKeyed):
    """事件. Something reported that somebody has to settle by a certain time.

    `tier` owns it now (2 station, 3 sub-centre, 4 county); `department` is the office it is assigned to, empty
    while nobody handles it and when the owning desk does so itself; `due_at` is the end of the running stage,
    empty when nothing is waited for; `handle_due_at` the end of the handling limit first set, by which on-time
    handling is counted even after rework; `grid` is empty while the place is not found (待定位); `is_contested`
    means that nobody wants it and the owning tier decides (会商), `is_decided` that it has; `closed_at` is empty
    again after a reopening, `first_closed_at` is not; `moved_at` is the last act of a person, by which what sleeps
    is found; `written_at` is when the reporter wrote it, where the phone has said so: earlier than `reported_at`, its
    arrival, where there was no network. Coordinates are WGS-84 degrees.
    """

    class Satisfaction(models.TextChoices):
        SATISFIED = "satisfied", _("Satisfied")
        BASICALLY = "basically", _("Basically satisfied")
        UNSATISFIED = "unsatisfied", _("Not satisfied")

    class Channel(models.TextChoices):
        """How it came. What people told the hotline or the portal has no reporter: who they are only that knows."""

        STAFF = "staff", _("Reported by staff")
        HOTLINE = "hotline", _("Call to the hotline")
        PORTAL = "portal", _("Public portal")
        OPEN311 = "open311", _("Other software")

    uuid = models.UUIDField(_("number given by the sender"), unique=True, default=uuid.uuid4, editable=False)
    category = models.ForeignKey("incidents.Category", models.PROTECT, db_index=False, verbose_name=_("category"))
    description = models.TextField(_("description"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    grid = models.ForeignKey("grids.Area", models.PROTECT, null=True, blank=True, related_name="+", db_index=False,
                             verbose_name=_("grid"))

    state = models.CharField(_("state"), max_length=12, choices=State, default=State.REPORTED)
    tier = models.PositiveSmallIntegerField(_("owning tier"), default=2)
    is_urgent = models.BooleanField(_("urgent"), default=False)
    due_at = models.DateTimeField(_("due at"), null=True)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)
    rework_count = models.PositiveSmallIntegerField(_("times sent back for rework"), default=0)
    returned_count = models.PositiveSmallIntegerField(_("times returned by departments"), default=0)
    department = models.ForeignKey("grids.Department", models.PROTECT, null=True, related_name="+", db_index=False,
                                   verbose_name=_("department"))
    handler = person(_("signed for by"))
    moved_at = models.DateTimeField(_("last moved at"), default=timezone.now)
    is_contested = models.BooleanField(_("needs a joint decision"), default=False, db_default=False)
    is_decided = models.BooleanField(_("was decided jointly"), default=False, db_default=False)
    was_handed_down = models.BooleanField(_("was handed down once"), default=False, db_default=False)
    suspended_at = models.DateTimeField(_("suspended at"), null=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged", db_index=False,
                                    verbose_name=_("merged into"))
    handle_due_at = models.DateTimeField(_("to be handled by"), null=True)
    case = models.OneToOneField("mediation.Case", models.PROTECT, null=True, related_name="incident",
                                verbose_name=_("mediation case"))

    channel = models.CharField(_("came by"), max_length=8, choices=Channel, default=Channel.STAFF,
                               db_default=Channel.STAFF)
    reporter = person(_("reporter"))
    reported_at = models.DateTimeField(_("reported at"))
    written_at = models.DateTimeField(_("written at"), null=True)
    accepted_at = models.DateTimeField(_("accepted at"), null=True)
    self_handled_at = models.DateTimeField(_("settled on the spot at"), null=True)
    is_sampled = models.BooleanField(_("drawn for a sample check"), default=False, db_default=False)
    resolved_by = person(_("handled by"))
    resolved_at = models.DateTimeField(_("handled at"), null=True)
    reply = models.TextField(_("reply"), blank=True)
    checked_at = models.DateTimeField(_("first checked at"), null=True)
    verified_by = person(_("checked by"))
    closed_by = person(_("closed by"))
    closed_at = models.DateTimeField(_("closed at"), null=True)
    first_closed_at = models.DateTimeField(_("first closed at"), null=True)
    reopened_at = models.DateTimeField(_("reopened at"), null=True)
    reopened_count = models.PositiveSmallIntegerField(_("times reopened"), default=0, db_default=0)
    rejected_reason = models.CharField(_("reason for not accepting"), max_length=500, blank=True)
    satisfaction = models.CharField(_("satisfaction"), max_length=12, choices=Satisfaction, blank=True)
    judgement = models.CharField(_("words of the reporter"), max_length=500, blank=True)
    judged_at = models.DateTimeField(_("evaluated at"), null=True)

    personal = Personal(**STAFF, fields={"reporter": Data.LINK, "description": Data.WORDS})
    objects = IncidentQuerySet.as_manager()
    searched = ("description", "place", "reply")
    allows, grants = allows, grants

    class Meta:
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")
        indexes = [
            *(models.Index(fields=[f"{level}_key", "due_at", "id"], name=f"incident_{level}_queue", condition=RUNNING)
              for level in ("county", "town", "community", "grid")),
            *(models.Index(fields=[f"{level}_key", "due_at", "id"], name=f"incident_{level}_desk",
                           condition=RUNNING & for_a_desk_q(tier)) for tier, level in LEVEL.items()),
            models.Index(fields=["department", "due_at", "id"], name="incident_department_queue",
                         condition=RUNNING & Q(department__isnull=False)),
            models.Index(fields=["handler", "due_at", "id"], name="incident_handler_queue",
                         condition=RUNNING & Q(handler__isnull=False)),
            # What has slept longest, of whatever area: few rows are older than some days.
            models.Index(fields=["moved_at", "id"], name="incident_dormant", condition=RUNNING),
            models.Index(fields=["reporter", "-id"], name="incident_reporter"),
            models.Index(fields=["reporter"], name="incident_to_judge", condition=TO_BE_JUDGED),
            # The history of a community, and of its grids; towns and counties read along the primary key.
            models.Index(fields=["community_key", "-id"], name="incident_community"),
            models.Index(fields=["merged_into"], name="incident_merged", condition=Q(merged_into__isnull=False)),
            # What is not over yet near a point.
            models.Index(fields=["latitude", "longitude"], name="incident_point",
                         condition=RUNNING & Q(longitude__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(name="incident_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="incident_channel_known", condition=Q(
                channel__in=["staff", "hotline", "portal", "open311"])),
            models.CheckConstraint(name="incident_tier_known", condition=Q(tier__in=[2, 3, 4])),
            models.CheckConstraint(name="incident_open_has_deadline",
                                   condition=~Q(state__in=sorted(OPEN)) | Q(due_at__isnull=False)),
            models.CheckConstraint(name="incident_ended_has_none",
                                   condition=~Q(state__in=OVER) | Q(due_at=None)),
            models.CheckConstraint(name="incident_written_first", condition=Q(written_at=None)
                                   | Q(written_at__lte=F("reported_at"))),
            models.CheckConstraint(name="incident_point_whole", condition=both_or_none("longitude", "latitude")),
            models.CheckConstraint(name="incident_point_on_earth", condition=Q(longitude=None) | Q(
                longitude__gte=-180, longitude__lte=180, latitude__gte=-90, latitude__lte=90)),
            models.CheckConstraint(name="incident_signed_or_mediated", condition=~Q(state__in=["in_progress", "rework"])
                                   | Q(handler__isnull=False) | Q(case__isnull=False)),
            models.CheckConstraint(name="incident_checker_not_handler", condition=Q(verified_by=None)
                                   | Q(handler=None) | ~Q(verified_by=F("handler"))),
            models.CheckConstraint(name="incident_checker_not_replier", condition=Q(verified_by=None)
                                   | Q(resolved_by=None) | ~Q(verified_by=F("resolved_by"))),
            # Only what was settled on the spot and not drawn for a check is closed by nobody.
            models.CheckConstraint(name="incident_closed_by", condition=both_or_none("closed_at", "closed_by")
                                   | Q(closed_at__isnull=False, self_handled_at__isnull=False)),
            models.CheckConstraint(name="incident_closed_first", condition=Q(closed_at=None)
                                   | Q(first_closed_at__lte=F("closed_at"))),
            models.CheckConstraint(name="incident_closed_when", condition=Q(state__in=ENDED, closed_at__isnull=False)
                                   | ~Q(state__in=ENDED) & Q(closed_at=None)),
            # What the reporter said stays said when the matter is reopened.
            models.CheckConstraint(name="incident_judged", condition=Q(judged_at__isnull=False) & ~Q(satisfaction="")
                                   | ~Q(state="evaluated") & Q(judged_at=None, satisfaction="")),
            models.CheckConstraint(name="incident_rejected_reason", condition=~Q(state="rejected")
                                   | ~Q(rejected_reason="")),
            models.CheckConstraint(name="incident_merged_into", condition=Q(state="merged", merged_into__isnull=False)
                                   | ~Q(state="merged") & Q(merged_into=None)),
            models.CheckConstraint(name="incident_suspended_since", condition=Q(
                state="suspended", suspended_at__isnull=False) | ~Q(state="suspended") & Q(suspended_at=None)),
            models.CheckConstraint(name="incident_contested_waits", condition=Q(is_contested=False)
                                   | Q(state__in=["accepted", "cancelled", "merged"])),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("incidents:incident-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What people call it: SJ and its key, eight digits at least."""
        return f"SJ{self.pk:08d}"

    @property
    def goes_on_as(self) -> str:
        """The number of the incident that it was merged into, else nothing."""
        return self.merged_into.number if self.merged_into_id else ""

    @property
    def noticed_at(self) -> datetime:
        """When it was seen, as far as is known."""
        return self.written_at or self.reported_at

    @property
    def came_late(self) -> bool:
        """Whether the report waited in an outbox before it arrived."""
        return self.reported_at - self.noticed_at >= LATE

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_overdue(self) -> bool:
        """Whether the clock of the running stage has struck (told by the sweep, at most a minute late)."""
        return self.alert in (Step.OVERDUE, Step.RAISED)

    @property
    def is_at_own_desk(self) -> bool:
        """The owning desk handles it itself, with no department and no mediators."""
        return self.state in BEING_HANDLED and self.department_id is None and self.case_id is None

    @cached_property
    def answered(self) -> list:
        """What the questions of its category were answered."""
        return list(self.answers.select_related("question"))

    @cached_property
    def former(self) -> list:
        """Where it lay before boundaries changed: none for nearly all."""
        return list(self.former_places.all())

    def key_at(self, moment) -> int:
        """The key of the area in which it lay at a moment: where what happened then is counted."""
        return next((place.area_key for place in self.former if place.holds(moment)), self.area_key)

    @cached_property
    def line(self) -> list:
        """The past: moves with their actors, oldest first."""
        return list(self.moves.select_related("by", "department", "demand").defer(*but_names("by")))

    @cached_property
    def asked(self) -> list:
        """What offices have asked of each other about it, oldest first."""
        return list(self.demands.for_detail().order_by("id"))
