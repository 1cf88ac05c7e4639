"""The courtyard, and what was done to it."""

from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from shuangliu.deadlines.models import Step
from shuangliu.privacy.personal import STAFF, Data, Personal

from ..catalogue import Lack, Struck
from ..querysets import CourtyardQuerySet
from ..states import BUILT, NEEDS_APPROVAL, NEEDS_GOVERNMENT, TONES, Act, State, Turn
from .parts import Sent, someone


def _lacking(field: str) -> Case:
    return Case(When(**{field: False}, then=Value(1)), default=Value(0))


class Courtyard(Sent, AreaKeyed):
    """院落. A residential compound, mostly old; three lacks make it a 三无院落.

    `area` is its grid, or the community while no grid is known; households and residents are counts. `lacks` is
    computed by the database. `turn` says who has to act, together with `due_at`; both are empty where nobody has to.
    `governed_at`: committee and charter stand since then; `approved_at`: its present plan is approved. `relapsed_at`:
    when it fell back last, if ever.
    """

    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    name = models.CharField(_("name of the courtyard"), max_length=60)
    address = models.CharField(_("address"), max_length=200)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    households = models.PositiveIntegerField(_("Number of households"), default=0)
    residents = models.PositiveIntegerField(_("Number of residents"), default=0)
    has_guard = models.BooleanField(_("has a guard"), default=False)
    has_property_mgmt = models.BooleanField(_("has a property manager"), default=False)
    has_organisation = models.BooleanField(_("has an organisation"), default=False)
    lacks = models.GeneratedField(
        expression=_lacking("has_guard") + _lacking("has_property_mgmt") + _lacking("has_organisation"),
        output_field=models.SmallIntegerField(), db_persist=True)

    state = models.CharField(_("state"), max_length=14, choices=State, default=State.SURVEYED)
    turn = models.CharField(_("whose turn"), max_length=8, choices=Turn, blank=True)
    due_at = models.DateTimeField(_("due at"), null=True)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)
    entered_by = someone(_("entered by"))
    entered_at = models.DateTimeField(_("entered at"))
    surveyed_on = models.DateField(_("surveyed on"))
    governed_at = models.DateTimeField(_("governs itself since"), null=True)
    approved_at = models.DateTimeField(_("plan approved at"), null=True)
    relapsed_at = models.DateTimeField(_("relapsed at"), null=True)
    struck = models.CharField(_("why it was struck off"), max_length=8, choices=Struck, blank=True)

    personal = Personal(**STAFF, fields={"entered_by": Data.LINK})
    objects = CourtyardQuerySet.as_manager()

    class Meta:
        verbose_name = _("courtyard")
        verbose_name_plural = _("courtyards")
        indexes = [
            # Lists, newest first, by the area and the state; of a grid and a community there are few.
            models.Index(fields=["community_key", "-id"], name="courtyard_community"),
            models.Index(fields=["town_key", "state", "-id"], name="courtyard_town"),
            models.Index(fields=["county_key", "state", "-id"], name="courtyard_county"),
            models.Index(fields=["county_key", "lacks", "-id"], name="courtyard_lacks"),
            # What waits for whom.
            models.Index(fields=["community_key", "due_at", "id"], name="courtyard_station",
                         condition=Q(turn="station")),
            models.Index(fields=["town_key", "due_at", "id"], name="courtyard_subcenter", condition=Q(turn="town")),
            models.Index(fields=["county_key", "due_at", "id"], name="courtyard_platform", condition=Q(turn="county")),
        ]
        constraints = [
            models.CheckConstraint(name="courtyard_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="courtyard_point_whole", condition=Q(longitude=None, latitude=None) | Q(
                longitude__isnull=False, latitude__isnull=False,  # said, because unknown passes a check
                longitude__gte=-180, longitude__lte=180, latitude__gte=-90, latitude__lte=90)),
            models.CheckConstraint(name="courtyard_governed_first", condition=~Q(state__in=sorted(NEEDS_GOVERNMENT))
                                   | Q(governed_at__isnull=False)),
            models.CheckConstraint(name="courtyard_approved_first", condition=~Q(state__in=sorted(NEEDS_APPROVAL))
                                   | Q(approved_at__isnull=False)),
            models.CheckConstraint(name="courtyard_turn_is_due", condition=Q(turn="", due_at=None)
                                   | Q(turn__in=Turn.values, due_at__isnull=False)),
            models.CheckConstraint(name="courtyard_gone_has_reason", condition=Q(state="gone", struck__in=Struck.values)
                                   | ~Q(state="gone") & Q(struck="")),
            models.UniqueConstraint(fields=["community_key", "name"], name="courtyard_once",
                                    condition=~Q(state="gone")),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("patrol:courtyard-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What people call it: YL and its key, eight digits at least."""
        return f"YL{self.pk:08d}"

    @property
    def lacking(self) -> list[Lack]:
        """Which of the three."""
        return [lack for lack, has in ((Lack.GUARD, self.has_guard), (Lack.PROPERTY, self.has_property_mgmt),
                                       (Lack.ORGANISATION, self.has_organisation)) if not has]

    @property
    def is_three_lacks(self) -> bool:
        return len(self.lacking) == len(Lack)

    @property
    def is_built(self) -> bool:
        return self.state in BUILT

    @property
    def is_overdue(self) -> bool:
        return self.alert in (Step.OVERDUE, Step.RAISED)

    @property
    def tone(self) -> str:
        return TONES.get(self.state, "off")

    @property
    def plan(self):
        """The newest plan, if any."""
        return self.plans.order_by("-version").first()

    @property
    def committee(self):
        """The newest committee that was elected, if any."""
        return self.committees.filter(voted_on__isnull=False).order_by("-id").first()

    @property
    def charter(self):
        return self.charters.order_by("-id").first()


class CourtyardMove(models.Model):
    """院落流转记录. One act on a courtyard. `by` is empty for what the clock did."""

    courtyard = models.ForeignKey(Courtyard, models.CASCADE, related_name="moves", db_index=False,
                                  verbose_name=_("courtyard"))
    act = models.CharField(_("act"), max_length=12, choices=Act)
    from_state = models.CharField(_("from"), max_length=14, choices=State, blank=True)
    to_state = models.CharField(_("to"), max_length=14, choices=State)
    by = someone(_("by"))
    at = models.DateTimeField(_("at"))
    note = models.TextField(_("note"), blank=True)

    personal = Personal(**STAFF, fields={"by": Data.LINK})

    class Meta:
        verbose_name = _("move of a courtyard")
        verbose_name_plural = _("moves of courtyards")
        ordering = ["id"]
        indexes = [models.Index(fields=["courtyard", "id"], name="courtyard_move_of")]

    def __str__(self):
        return f"{self.get_act_display()} {self.at:%F %T}"
