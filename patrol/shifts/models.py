"""Routes over points, shifts that walk them, who is on duty, and the check-ins that prove it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from shuangliu.privacy.personal import STAFF, Data, Personal

from ..points.models import PatrolPoint
from .querysets import CheckInQuerySet, RouteQuerySet, ShiftQuerySet
from .states import OVER, TONES, WALKED, State


class Route(AreaKeyed):
    """巡逻线路. Points in the order in which they are walked, within one town; `area` is that town or a part of it.

    `is_shuffled`: each shift gets the points in an order of its own, so that nobody can set the clock by it.
    """

    name = models.CharField(_("name"), max_length=60)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    points = models.ManyToManyField(PatrolPoint, through="RouteStop", related_name="routes", verbose_name=_("points"))
    is_shuffled = models.BooleanField(_("points in random order"), default=False)
    closed_on = models.DateField(_("given up on"), null=True, blank=True)

    objects = RouteQuerySet.as_manager()

    class Meta:
        verbose_name = _("patrol route")
        verbose_name_plural = _("patrol routes")
        ordering = ["area_key", "id"]
        indexes = [models.Index(fields=["town_key", "id"], name="route_town")]
        constraints = [models.UniqueConstraint(fields=["area", "name"], name="route_name_once",
                                               condition=Q(closed_on=None))]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("patrol:route-detail", args=[self.pk])


class RouteStop(models.Model):
    """线路点位. A point of a route; `position` counts from 1."""

    route = models.ForeignKey(Route, models.CASCADE, related_name="stops", verbose_name=_("patrol route"))
    point = models.ForeignKey(PatrolPoint, models.PROTECT, related_name="+", verbose_name=_("patrol point"))
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        verbose_name = _("stop of a route")
        verbose_name_plural = _("stops of a route")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["route", "position"], name="route_stop_once"),
            models.UniqueConstraint(fields=["route", "point"], name="route_point_once"),
        ]

    def __str__(self):
        return f"{self.position}. {self.point}"


class Shift(AreaKeyed):
    """巡逻班次. One patrol of the people in `duties` over the points in `stops`, from `starts_at` to `ends_at`.

    `area` is the route's (or the area that is covered where there is no route), `leader` who answers for it.
    `required` and `visited` count its stops. `watch_at` is the next moment at which the watch must look at it
    (watching.py), null when there is none. `with_police`: police walk along; nothing of theirs is kept. `rest_reason`
    says why somebody walks it with less rest than is due (rest.py).
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    route = models.ForeignKey(Route, models.PROTECT, null=True, blank=True, related_name="shifts",
                              verbose_name=_("patrol route"))
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    leader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                               verbose_name=_("patrol leader"))
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    with_police = models.BooleanField(_("with police"), default=False)
    note = models.CharField(_("note"), max_length=200, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.PLANNED)
    required = models.PositiveSmallIntegerField(_("points to visit"), default=0)
    visited = models.PositiveSmallIntegerField(_("points visited"), default=0)
    watch_at = models.DateTimeField(_("looked at next"), null=True, editable=False)
    raised_at = models.DateTimeField(_("raised at"), null=True, editable=False)
    started_at = models.DateTimeField(_("started at"), null=True)
    finished_at = models.DateTimeField(_("finished at"), null=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    rest_reason = models.CharField(_("why less rest is right"), max_length=200, blank=True)

    objects = ShiftQuerySet.as_manager()

    class Meta:
        verbose_name = _("patrol shift")
        verbose_name_plural = _("patrol shifts")
        ordering = ["-starts_at", "-id"]
        indexes = [
            models.Index(fields=["town_key", "starts_at", "id"], name="shift_town"),
            models.Index(fields=["community_key", "starts_at", "id"], name="shift_community"),
            models.Index(fields=["county_key", "starts_at", "id"], name="shift_county"),
            models.Index(fields=["watch_at", "id"], name="shift_watch", condition=Q(watch_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(name="shift_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="shift_ends_after_start", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(name="shift_visited_of_required", condition=Q(visited__lte=F("required"))),
            models.CheckConstraint(name="shift_walked_has_start", condition=~Q(state__in=sorted(WALKED))
                                   | Q(started_at__isnull=False)),
            models.CheckConstraint(name="shift_cancelled_why", condition=~Q(state="cancelled") | ~Q(reason="")),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("patrol:shift-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What people call it: XL and its key, eight digits at least."""
        return f"XL{self.pk:08d}"

    @property
    def tone(self) -> str:
        return TONES.get(self.state, "off")

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    def grants(self, act: str, user) -> bool:
        """Whoever walks it sees it and checks in, wherever their own post lies."""
        return act in OF_WALKERS and user.pk is not None and self.duties.filter(person=user).exists()


# What the people of a shift may do to it: no role opens these, the duty does.
OF_WALKERS = frozenset({"shift.view", "shift.walk", "shift.check-in", "shift.finish"})


class Duty(models.Model):
    """值班. That somebody walks a shift."""

    shift = models.ForeignKey(Shift, models.CASCADE, related_name="duties", verbose_name=_("patrol shift"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                               verbose_name=_("person"))
    starts_at = models.DateTimeField(_("starts at"), editable=False)  # the shift's, for the index of a person's days

    personal = Personal(**STAFF, fields={"person": Data.LINK})

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "starts_at"], name="duty_person")]
        constraints = [models.UniqueConstraint(fields=["shift", "person"], name="duty_once")]

    def __str__(self):
        return f"{self.shift_id}: {self.person_id}"


class ShiftStop(models.Model):
    """班次点位. A point that this shift has to visit, by `due_at` at the latest; `alerted_at` is when the leader was
    told that nobody had come by then."""

    shift = models.ForeignKey(Shift, models.CASCADE, related_name="stops", verbose_name=_("patrol shift"))
    point = models.ForeignKey(PatrolPoint, models.PROTECT, related_name="+", db_index=False,
                              verbose_name=_("patrol point"))
    position = models.PositiveSmallIntegerField(_("position"))
    due_at = models.DateTimeField(_("to be visited by"))
    visited_at = models.DateTimeField(_("visited at"), null=True)
    alerted_at = models.DateTimeField(_("leader told at"), null=True)

    class Meta:
        verbose_name = _("stop of a shift")
        verbose_name_plural = _("stops of a shift")
        ordering = ["position"]
        indexes = [models.Index(fields=["point", "due_at"], name="stop_of_point"),
                   models.Index(fields=["-due_at", "-id"], name="stop_due")]
        constraints = [
            models.UniqueConstraint(fields=["shift", "position"], name="shift_stop_once"),
            models.UniqueConstraint(fields=["shift", "point"], name="shift_point_once"),
        ]

    def __str__(self):
        return f"{self.position}. {self.point}"


class CheckIn(AreaKeyed):
    """签到. That somebody on duty was at a point, told once for each form however often the phone sends it.

    `made_at` is the phone's time, `received_at` the server's. `area_key` is the point's. The position is where the
    phone stood when the button was pressed, asked for by hand; `distance` to the point in metres outlives it.
    A doubtful one is marked and counts: the leader judges, not the machine.
    """

    class Way(models.TextChoices):
        SIGN = "sign", _("Scanned the sign")
        POSITION = "position", _("By position")
        HAND = "hand", _("Chosen by hand")

    uuid = models.UUIDField(_("number given by the sender"), unique=True, default=uuid.uuid4, editable=False)
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="check_ins", verbose_name=_("patrol shift"))
    point = models.ForeignKey(PatrolPoint, models.PROTECT, related_name="+", db_index=False,
                              verbose_name=_("patrol point"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                           verbose_name=_("person"))
    way = models.CharField(_("how"), max_length=8, choices=Way)
    made_at = models.DateTimeField(_("checked in at"))
    received_at = models.DateTimeField(_("received at"))
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    distance = models.PositiveIntegerField(_("distance to the point (m)"), null=True, blank=True)
    is_far = models.BooleanField(_("too far from the point"), default=False)
    is_unseen = models.BooleanField(_("neither sign nor position"), default=False)
    is_untimely = models.BooleanField(_("outside the time of the shift"), default=False)
    is_clock_off = models.BooleanField(_("clock of the phone is wrong"), default=False)
    note = models.CharField(_("note"), max_length=200, blank=True)

    personal = Personal(**STAFF | {"retention": "check-in.point", "kept": ""},
                        fields={"longitude": Data.POINT, "latitude": Data.POINT, "by": Data.LINK})
    objects = CheckInQuerySet.as_manager()

    class Meta:
        verbose_name = _("check-in")
        verbose_name_plural = _("check-ins")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["point", "made_at"], name="check_in_point"),
            models.Index(fields=["by", "-id"], name="check_in_person"),
            models.Index(fields=["town_key", "-made_at", "-id"], name="check_in_town"),
            models.Index(fields=["county_key", "-made_at", "-id"], name="check_in_county"),
            # What the job that forgets positions reads.
            models.Index(fields=["made_at"], name="check_in_position", condition=Q(longitude__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(name="check_in_way_known", condition=Q(way__in=["sign", "position", "hand"])),
            models.CheckConstraint(name="check_in_point_whole", condition=Q(longitude=None, latitude=None) | Q(
                longitude__isnull=False, latitude__isnull=False,  # said, because unknown passes a check
                longitude__gte=-180, longitude__lte=180, latitude__gte=-90, latitude__lte=90)),
            models.CheckConstraint(name="check_in_made_before_received", condition=Q(made_at__lte=F("received_at"))),
        ]

    def __str__(self):
        return f"{self.shift_id}: {self.point_id}"

    @property
    def number(self) -> str:
        """What people call it: QD and its key, eight digits at least."""
        return f"QD{self.pk:08d}"

    def get_absolute_url(self):
        """Whoever made it goes on with their shift."""
        return reverse("patrol:my-shifts")

    @property
    def doubts(self) -> list[str]:
        """What is doubtful about it, in words."""
        marks = ["is_far", "is_unseen", "is_untimely", "is_clock_off"]
        return [self._meta.get_field(name).verbose_name for name in marks if getattr(self, name)]

    @property
    def is_doubtful(self) -> bool:
        return self.is_far or self.is_unseen or self.is_untimely or self.is_clock_off
