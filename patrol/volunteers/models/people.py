"""The volunteer, and what they offer."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from residents.models.parts import someone
from residents.models.people import OF_AGE
from residents.names import marked
from shuangliu.guard.codes import six_digits
from shuangliu.privacy import documents, id_number, masking
from shuangliu.privacy.fields import EncryptedTextField, LookupHashField
from shuangliu.privacy.identified import Identified
from shuangliu.privacy.personal import Data, Personal

from ..declared import VOLUNTEERS
from ..kinds import ABILITIES, Course
from ..querysets import VolunteerQuerySet
from ..states import KNOWN, OVER, STAYS, TONES, State

NAMES = dict(ABILITIES)


class Volunteer(Identified, AreaKeyed):
    """志愿者（红袖套）. Somebody who serves of their own will in a community.

    What they said of themselves (art. 7), and whether somebody has seen their card. Under 18 a guardian agrees:
    `guardian_agreed_at` is when the community saw it in writing. `code` opens the own record at the portal. `user` is
    an account, where they have one. `hours` is the sum of what leaders have verified; `insured_until` the end of the
    longest running insurance. A year after the end (`ended_on`) name, numbers and code are forgotten (`forgotten_at`),
    and the hours stay as counts. No mark and no rank of anybody is kept.
    """

    uuid = models.UUIDField(_("number given by the sender"), unique=True, default=uuid.uuid4, editable=False)
    code = EncryptedTextField(_("query code"), default=six_digits, editable=False)
    name_hash = LookupHashField(of="name", plain=marked, blank=True, default="")
    born_on = models.DateField(_("birthday"), null=True, blank=True)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False,
                             verbose_name=_("community"))
    guardian_name = EncryptedTextField(_("guardian"), blank=True, default="")
    guardian_phone = EncryptedTextField(_("phone of the guardian"), blank=True, default="")
    guardian_agreed_at = models.DateTimeField(_("guardian's consent seen at"), null=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False,
                             verbose_name=_("account"))
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.APPLIED)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    applied_at = models.DateTimeField(_("applied at"), default=timezone.now)
    verified_at = models.DateTimeField(_("identity seen at"), null=True)
    verified_by = someone(_("identity seen by"))
    insured_until = models.DateField(_("insured until"), null=True)
    hours = models.DecimalField(_("hours of service"), max_digits=8, decimal_places=2, default=0)
    ended_on = models.DateField(_("ended on"), null=True)
    forgotten_at = models.DateTimeField(_("name and numbers forgotten at"), null=True)

    personal = Personal(**VOLUNTEERS, fields={
        "name": Data.NAME, "name_hash": Data.MARK, "document": Data.IDENTITY, "id_number": Data.IDENTITY,
        "id_hash": Data.MARK, "phone": Data.PHONE, "phone_hash": Data.MARK, "code": Data.MARK, "born_on": Data.BIRTH,
        "guardian_name": Data.NAME, "guardian_phone": Data.PHONE, "user": Data.LINK})
    objects = VolunteerQuerySet.as_manager()

    class Meta:
        verbose_name = _("volunteer")
        verbose_name_plural = _("volunteers")
        indexes = [
            models.Index(fields=["community_key", "-id"], name="volunteer_community"),
            models.Index(fields=["town_key", "-id"], name="volunteer_town"),
            models.Index(fields=["county_key", "town_key", "state"], name="volunteer_figures"),
            models.Index(fields=["name_hash"], name="volunteer_by_name"),
            models.Index(fields=["phone_hash"], name="volunteer_by_phone", condition=~Q(phone_hash="")),
            models.Index(fields=["id_hash"], name="volunteer_by_number", condition=~Q(id_hash="")),
            models.Index(fields=["ended_on", "id"], name="volunteer_over",
                         condition=Q(ended_on__isnull=False, forgotten_at=None)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["county_key", "id_hash"], name="volunteer_once",
                                    condition=~Q(id_hash="") & Q(state__in=sorted(KNOWN))),
            models.UniqueConstraint(fields=["user"], name="volunteer_account_once",
                                    condition=Q(user__isnull=False, state__in=sorted(STAYS))),
            models.CheckConstraint(name="volunteer_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="volunteer_seen_is_known", condition=~Q(state__in=sorted(KNOWN)) | (
                Q(verified_at__isnull=False, verified_by__isnull=False) & ~Q(id_hash=""))),
            models.CheckConstraint(name="volunteer_over_has_day", condition=(
                Q(state__in=sorted(OVER), ended_on__isnull=False) | Q(state__in=sorted(STAYS), ended_on=None))),
            models.CheckConstraint(name="volunteer_hours_not_negative", condition=Q(hours__gte=0)),
        ]

    def get_absolute_url(self):
        return reverse("patrol:volunteer-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What they are known by: ZY and the key, eight digits at least."""
        return f"ZY{self.pk:08d}"

    def hash_numbers(self):
        """What follows from name and numbers; before bulk_create, which knows no save()."""
        if self.id_number and self.document in {"", *documents.CITIZEN}:
            self.id_number = id_number.upgraded(self.id_number)
        super().hash_numbers()
        self.name_hash = self._meta.get_field("name_hash").hashed(self.name)
        self.born_on = documents.born_on(self.document, self.id_number) or self.born_on
        return self

    @property
    def masked_guardian(self) -> str:
        return masking.mask_name(self.guardian_name)

    @property
    def masked_guardian_phone(self) -> str:
        return masking.mask_phone(self.guardian_phone)

    @property
    def tone(self) -> str:
        return TONES.get(self.state, "off")

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    def age_on(self, day) -> int | None:
        born = self.born_on
        return born and day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def is_minor_on(self, day) -> bool:
        """Unknown is young: whoever has shown no birthday does nothing dangerous."""
        age = self.age_on(day)
        return age is None or age < OF_AGE


class Ability(models.Model):
    """服务领域、技能与时间. One thing that a volunteer offers."""

    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="abilities", verbose_name=_("volunteer"))
    what = models.CharField(_("what"), max_length=10, choices=ABILITIES)

    class Meta:
        verbose_name = _("ability of a volunteer")
        verbose_name_plural = _("abilities of volunteers")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["volunteer", "what"], name="ability_once")]

    def __str__(self):
        # Django's own get_what_display() hashes all choices each time: a third of a list's cost.
        return str(NAMES[self.what])


class Training(models.Model):
    """培训记录. That a volunteer was taught something (art. 16)."""

    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="trainings", verbose_name=_("volunteer"))
    course = models.CharField(_("course"), max_length=9, choices=Course)
    held_on = models.DateField(_("held on"))
    by = someone(_("written down by"))

    class Meta:
        verbose_name = _("training of a volunteer")
        verbose_name_plural = _("trainings of volunteers")
        ordering = ["-held_on", "-id"]
        constraints = [models.UniqueConstraint(fields=["volunteer", "course", "held_on"], name="training_once")]

    def __str__(self):
        return f"{self.get_course_display()} {self.held_on}"


class Insurance(models.Model):
    """人身意外伤害保险. A policy that covers a volunteer from one day to another (art. 17)."""

    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="insurances", verbose_name=_("volunteer"))
    insurer = models.CharField(_("insurer"), max_length=60)
    policy = models.CharField(_("policy number"), max_length=40)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    by = someone(_("written down by"))

    class Meta:
        verbose_name = _("insurance of a volunteer")
        verbose_name_plural = _("insurances of volunteers")
        ordering = ["-ends_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["volunteer", "policy"], name="insurance_once"),
            models.CheckConstraint(name="insurance_range", condition=Q(ends_on__gte=models.F("starts_on"))),
        ]

    def __str__(self):
        return f"{self.insurer} {self.policy}"
