"""The referral: what help somebody asks for, of whom, and what became of it."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from grids.roles import Role
from shuangliu.deadlines.models import Step
from shuangliu.privacy import masking
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal
from shuangliu.protection.models import Consent

from ...declared import CARE
from ...models.parts import someone
from ...models.people import Person
from ..querysets import CareQuerySet
from ..services import Outcome, Sent, Service
from ..states import OPEN, TONES, Act, State


class CareReferral(AreaKeyed):
    """关爱帮扶转介. Somebody asks for help, and agrees that an office hears of it.

    `need` is told by the person or the guardian, in their words. There is no field for a diagnosis, an offence or
    drugs, nor for a kind of people, and none can be added (tests/house/test_forbidden_fields.py). `person` is in
    the register; for somebody who is not, `name`, `phone` and `address` stand here. `keeper` is the registrar who
    wrote it. `agency` is who has it, or had it last. `consent` is what all but a draft rests on. `is_child`: under
    14, so that the guardian speaks. `forgotten_at`: need and names are taken out, as their time is over.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="care_referrals",
                               verbose_name=_("resident"))
    name = EncryptedTextField(_("full name"), blank=True, default="")
    phone = EncryptedTextField(_("phone"), blank=True, default="")
    address = EncryptedTextField(_("address"), blank=True, default="")
    is_child = models.BooleanField(_("under 14"), default=False)
    guardian = EncryptedTextField(_("name of the guardian"), blank=True, default="")
    need = EncryptedTextField(_("need, in their words"))
    service = models.CharField(_("help wanted"), max_length=12, choices=Service)
    agency = models.ForeignKey("grids.Department", models.PROTECT, null=True, blank=True, related_name="+",
                               verbose_name=_("agency"))
    keeper = someone(_("registrar"))
    consent = models.ForeignKey(Consent, models.PROTECT, null=True, related_name="+", db_index=False,
                                verbose_name=_("what they agreed to"))

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WRITTEN)
    due_at = models.DateTimeField(_("due at"), null=True)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)
    written_at = models.DateTimeField(_("written at"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True)
    served_from = models.DateField(_("help from"), null=True)
    served_until = models.DateField(_("help until"), null=True)
    sent_back = models.CharField(_("why it came back"), max_length=12, choices=Sent, blank=True)
    outcome = models.CharField(_("what came of it"), max_length=12, choices=Outcome, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    forgotten_at = models.DateTimeField(_("need taken out at"), null=True)

    personal = Personal(**CARE, fields={
        "person": Data.LINK, "name": Data.NAME, "phone": Data.PHONE, "address": Data.ADDRESS, "guardian": Data.NAME,
        "is_child": Data.BIRTH, "need": Data.WORDS, "service": Data.WORDS})
    objects = CareQuerySet.as_manager()

    class Meta:
        verbose_name = _("care referral")
        verbose_name_plural = _("care referrals")
        indexes = [
            models.Index(fields=["keeper", "-id"], name="care_of_keeper"),
            models.Index(fields=["agency", "due_at", "id"], name="care_queue", condition=Q(due_at__isnull=False)),
            models.Index(fields=["county_key", "sent_at"], name="care_sent", condition=Q(sent_at__isnull=False)),
            models.Index(fields=["written_at"], name="care_drafts", condition=Q(state="written")),
            models.Index(fields=["ended_at", "id"], name="care_ended", condition=Q(state="ended")),
            models.Index(fields=["ended_at", "id"], name="care_to_forget",
                         condition=Q(state="restricted", forgotten_at=None)),
        ]
        constraints = [
            models.CheckConstraint(name="care_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="care_service_known", condition=Q(service__in=Service.values)),
            models.CheckConstraint(name="care_sent_with_consent", condition=Q(sent_at=None)
                                   | Q(consent__isnull=False, agency__isnull=False)),
            models.CheckConstraint(name="care_out_was_sent", condition=~Q(state__in=[
                "requested", "returned", "accepted", "serving"]) | Q(sent_at__isnull=False, due_at__isnull=False)),
            models.CheckConstraint(name="care_of_somebody", condition=Q(person__isnull=False) | ~Q(name="")
                                   | Q(forgotten_at__isnull=False)),
            models.CheckConstraint(name="care_range", condition=Q(served_from=None, served_until=None)
                                   | Q(served_until__gte=F("served_from"))),
            models.CheckConstraint(name="care_ended_whole", condition=~Q(state="ended")
                                   | Q(ended_at__isnull=False, outcome__in=Outcome.values)),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("residents:care-detail", args=[self.pk])

    def allows(self, act: str, post) -> bool:
        """A handler only acts for the department that has it."""
        return post.role != Role.DEPT_HANDLER or post.department_id == self.agency_id

    @property
    def number(self) -> str:
        """What people call it: ZJ and its key, eight digits at least."""
        return f"ZJ{self.pk:08d}"

    @property
    def who(self) -> str:
        return (self.person.name if self.person else self.name) or ""

    @property
    def masked_name(self) -> str:
        return masking.mask_name(self.who)

    @property
    def reached_by(self) -> str:
        return self.person.phone if self.person else self.phone

    @property
    def masked_phone(self) -> str:
        return masking.mask_phone(self.reached_by)

    @property
    def lives_at(self) -> str:
        """The home of today by the register, else as it was told."""
        if self.person is None:
            return self.address
        home = self.person.residences.filter(until=None).select_related("dwelling__building").first()
        return home.dwelling.address if home else self.address

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_overdue(self) -> bool:
        return self.alert in (Step.OVERDUE, Step.RAISED)

    @property
    def tone(self) -> str:
        return TONES.get(self.state, "off")


class CareMove(models.Model):
    """转介流转记录. One act on a referral. `by` is empty for what the clock or a rule did."""

    referral = models.ForeignKey(CareReferral, models.CASCADE, related_name="moves", db_index=False,
                                 verbose_name=_("care referral"))
    act = models.CharField(_("act"), max_length=12, choices=Act)
    from_state = models.CharField(_("from"), max_length=10, choices=State, blank=True)
    to_state = models.CharField(_("to"), max_length=10, choices=State)
    agency = models.ForeignKey("grids.Department", models.PROTECT, null=True, related_name="+", db_index=False,
                               verbose_name=_("agency"))
    by = someone(_("by"))
    at = models.DateTimeField(_("at"))
    note = EncryptedTextField(_("note"), blank=True, default="")

    personal = Personal(**CARE, fields={"note": Data.WORDS})

    class Meta:
        verbose_name = _("move of a referral")
        verbose_name_plural = _("moves of referrals")
        ordering = ["id"]
        indexes = [models.Index(fields=["referral", "id"], name="care_move_of")]

    def __str__(self):
        return f"{self.get_act_display()} {self.at:%F %T}"
