"""The lease: who lets what to whom, for how long, and what the county makes of it."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from residents.declared import LEASES
from shuangliu.deadlines.models import Step
from shuangliu.guard.codes import six_digits, twelve_marks  # noqa: F401 (migrations name them here)
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ...models.homes import Dwelling
from ...models.parts import someone
from ..limits import file_by
from ..querysets import LeaseQuerySet
from ..rules import LIVED_IN, Refusal, Space, Use
from ..states import CERTIFIED, IN_FORCE, OPEN, PENDING, TONES, State

WAITS = Q(due_at__isnull=False)  # what a queue reads: a small part of the table
RUNS = Q(state__in=sorted(IN_FORCE))


class Filer(models.TextChoices):
    """Who files it. If the landlord does not, the tenant may (住房租赁条例)."""

    LANDLORD = "landlord", _("Landlord")
    TENANT = "tenant", _("Tenant")
    AGENCY = "agency", _("Letting agency")
    MANAGER = "manager", _("Property manager")
    COMMUNITY = "community", _("Community, at the counter")


class Lease(AreaKeyed):
    """租赁备案. One lease of one dwelling or a part of it.

    Who files from outside writes the `address`; `dwelling` is what the registrar finds it to be, and `area` (a
    community or grid, with the key) where that stands. `space` and `part` are what is let of it (整租, 主卧), `rooms`
    how many rooms, `people` how many live there, `is_family` that they are one family. `rent` is in yuan a month: the
    certificate shows it (商品房屋租赁管理办法 art. 17). `filed_by_user` has an account, `code` is for who filed
    without one. `papers` are those the registrar has seen, `needs` those asked for, once. `certificate` and
    `check_code` stand on what the parties get, `edition` counts its issues. `due_at` is the end of the running stage,
    empty when nobody waits; `first_due_at` when the first registration was due, by which "in time" is counted.
    `forgotten_at`: the parties are taken out, as its time is over.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    code = EncryptedTextField(_("query code"), default=six_digits, editable=False)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    address = models.CharField(_("address"), max_length=200)
    dwelling = models.ForeignKey(Dwelling, models.PROTECT, null=True, blank=True, related_name="leases", db_index=False,
                                 verbose_name=_("dwelling"))
    space = models.CharField(_("what is let"), max_length=11, choices=Space, default=Space.WHOLE)
    part = models.CharField(_("which room"), max_length=40, blank=True)
    use = models.CharField(_("let for"), max_length=2, choices=Use, default=Use.HOME)
    floor_area = models.DecimalField(_("floor let (m²)"), max_digits=8, decimal_places=2)
    rooms = models.PositiveSmallIntegerField(_("rooms let"), default=1)
    people = models.PositiveSmallIntegerField(_("people who will live there"), default=1)
    is_family = models.BooleanField(_("they are one family"), default=False)
    rent = EncryptedTextField(_("rent (yuan a month)"))
    signed_on = models.DateField(_("signed on"))
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))

    filed_by = models.CharField(_("who files it"), max_length=9, choices=Filer)
    filed_by_user = someone(_("account that filed it"))
    filed_at = models.DateTimeField(_("filed at"), null=True)
    agency = models.ForeignKey("residents.Firm", models.PROTECT, null=True, blank=True, related_name="+",
                               db_index=False, verbose_name=_("letting agency"))
    manager = models.ForeignKey("residents.Firm", models.PROTECT, null=True, blank=True, related_name="+",
                                db_index=False, verbose_name=_("property manager"))

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    due_at = models.DateTimeField(_("due at"), null=True)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)
    first_due_at = models.DateTimeField(_("registration first due at"), null=True)
    papers = models.JSONField(_("papers seen"), default=list, blank=True)
    needs = models.JSONField(_("papers asked for"), default=list, blank=True)
    needs_note = models.CharField(_("what else is missing"), max_length=500, blank=True)
    refusal = models.CharField(_("ground of refusal"), max_length=10, choices=Refusal, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    certificate = models.CharField(_("certificate number"), max_length=24, blank=True)
    check_code = models.CharField(_("check code"), max_length=12, blank=True)
    edition = models.PositiveSmallIntegerField(_("issues of the certificate"), default=0)
    registered_at = models.DateTimeField(_("registered at"), null=True)
    registered_by = someone(_("registered by"))
    ended_on = models.DateField(_("ended on"), null=True)
    reminded_at = models.DateTimeField(_("reminded of the end at"), null=True)
    forgotten_at = models.DateTimeField(_("parties taken out at"), null=True)
    created_at = models.DateTimeField(_("entered at"), default=timezone.now)

    personal = Personal(**LEASES, fields={"code": Data.MARK, "rent": Data.WORDS, "address": Data.ADDRESS})
    objects = LeaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("lease")
        verbose_name_plural = _("leases")
        indexes = [
            models.Index(fields=["community_key", "due_at", "id"], name="lease_queue", condition=WAITS),
            models.Index(fields=["town_key", "due_at", "id"], name="lease_town_queue", condition=WAITS),
            models.Index(fields=["community_key", "-id"], name="lease_community"),
            models.Index(fields=["town_key", "-id"], name="lease_town"),
            models.Index(fields=["community_key", "ends_on", "id"], name="lease_expiring", condition=RUNS),
            models.Index(fields=["ends_on", "id"], name="lease_ends", condition=RUNS),
            models.Index(fields=["dwelling", "-id"], name="lease_dwelling", condition=Q(dwelling__isnull=False)),
            models.Index(fields=["created_at"], name="lease_draft", condition=Q(state="draft")),
            models.Index(fields=["ended_on", "id"], name="lease_over",
                         condition=Q(ended_on__isnull=False, forgotten_at=None)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["check_code"], condition=~Q(check_code=""), name="lease_check_code"),
            models.CheckConstraint(name="lease_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="lease_space_known", condition=Q(space__in=Space.values)),
            models.CheckConstraint(name="lease_use_known", condition=Q(use__in=Use.values)),
            models.CheckConstraint(name="lease_filer_known", condition=Q(filed_by__in=Filer.values)),
            models.CheckConstraint(name="lease_range", condition=Q(ends_on__gte=F("starts_on"))),
            models.CheckConstraint(name="lease_numbers", condition=Q(floor_area__gt=0, rooms__gt=0, people__gt=0)),
            models.CheckConstraint(name="lease_pending_has_deadline",
                                   condition=~Q(state__in=sorted(PENDING)) | Q(due_at__isnull=False)),
            models.CheckConstraint(name="lease_certified_whole", condition=~Q(state__in=sorted(CERTIFIED)) | (
                Q(dwelling__isnull=False, registered_at__isnull=False) & ~Q(check_code="") & ~Q(certificate=""))),
            models.CheckConstraint(name="lease_refused_for_a_reason", condition=Q(refusal="") & ~Q(state="refused")
                                   | Q(state="refused", refusal__in=Refusal.values)),
            models.CheckConstraint(name="lease_over_has_day", condition=~Q(state__in=["ended", "expired"])
                                   | Q(ended_on__isnull=False)),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("residents:lease-detail", args=[self.pk])

    @staticmethod
    def premises_of(user):
        from .premises import Holder

        return Holder.objects.filter(user=user, until=None).values("dwelling")

    @property
    def number(self) -> str:
        """What people call it: ZL and its key, eight digits at least."""
        return f"ZL{self.pk:08d}"

    @property
    def where(self) -> str:
        """The dwelling, as the register has it, and which part; until it is found, as it was written."""
        home = self.dwelling.address if self.dwelling else self.address
        return f"{home} {self.part}".strip()

    @property
    def is_filed(self) -> bool:
        return self.filed_at is not None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_in_force(self) -> bool:
        return self.state in IN_FORCE

    @property
    def is_certified(self) -> bool:
        return self.state in CERTIFIED

    @property
    def is_overdue(self) -> bool:
        return self.alert in (Step.OVERDUE, Step.RAISED)

    @property
    def is_lived_in(self) -> bool:
        return self.use in LIVED_IN

    @property
    def file_by(self):
        """The last day to file it in time."""
        return file_by(self.signed_on)

    @property
    def was_filed_late(self) -> bool | None:
        """Later than 30 days after the contract: shown, and nothing follows from it. None before it is filed."""
        return self.filed_at and timezone.localdate(self.filed_at) > self.file_by

    @property
    def tone(self) -> str:
        """The tone of its state, for the badge."""
        return TONES.get(self.state, "off")

    def of_role(self, role: str) -> list:
        """Parties of one side, from what was read already if it was."""
        return [party for party in self.parties.all() if party.role == role]

    @property
    def landlords(self) -> list:
        return self.of_role("landlord")

    @property
    def tenants(self) -> list:
        return self.of_role("tenant")
