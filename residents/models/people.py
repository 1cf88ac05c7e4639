"""The person: one row for one human being, whatever papers and lists name them."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from residents.declared import PEOPLE
from shuangliu.privacy import documents, id_number, masking
from shuangliu.privacy.documents import Document
from shuangliu.privacy.fields import EncryptedTextField, LookupHashField
from shuangliu.privacy.identified import Identified, dialled, phone_hash
from shuangliu.privacy.personal import Data, Personal

from ..names import marked, name_hash
from ..querysets import PersonQuerySet
from .parts import someone

OF_AGE = 18  # 民法典 art. 17


class Sex(models.TextChoices):
    """GB/T 2261.1."""

    MAN = documents.MAN, _("Male")
    WOMAN = documents.WOMAN, _("Female")


class Person(Identified, AreaKeyed):
    """居民. Somebody who lives here, or did.

    Kept: what finds them, what reaches them and what the law asks a register for (domain.md §7: no faith, no ethnic
    group, no marriage, no income, no mark of any kind). `id_number` has 18 characters where the document is a
    citizen's: one of 15 digits is upgraded, and `number_as_shown` keeps what the paper says. `is_number_confirmed`:
    its check digit fails, and a clerk has seen the card. `origin_code` is the county (6 digits, as of its time) of
    household registration, where that is elsewhere. `area_key` is where they live, or lived last. `confirmed_at` is
    when somebody last made sure that this is true. `merged_into` is the row that stands for this person now. Encrypted
    fields are shown masked until a purpose is stated.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    name_hash = LookupHashField(of="name", plain=marked)
    number_as_shown = EncryptedTextField(_("number as the paper shows it"), blank=True, default="")
    is_number_confirmed = models.BooleanField(_("number seen on the card though its check digit fails"), default=False)
    sex = models.CharField(_("sex"), max_length=1, choices=Sex, blank=True)
    born_on = models.DateField(_("birthday"), null=True, blank=True)
    other_phone = EncryptedTextField(_("other phone"), blank=True, default="")
    other_phone_hash = LookupHashField(of="other_phone", plain=dialled, blank=True, default="")
    origin_code = models.CharField(_("county of household registration"), max_length=6, blank=True)
    origin_address = EncryptedTextField(_("address of household registration"), blank=True, default="")
    employer = EncryptedTextField(_("employer"), blank=True, default="")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_index=False,
                                    verbose_name=_("now stands as"))
    confirmed_at = models.DateTimeField(_("last confirmed at"), default=timezone.now)
    created_at = models.DateTimeField(_("entered at"), default=timezone.now)
    created_by = someone(_("entered by"))

    personal = Personal(**PEOPLE, fields={
        "name": Data.NAME, "name_hash": Data.MARK, "document": Data.IDENTITY, "id_number": Data.IDENTITY,
        "id_hash": Data.MARK, "number_as_shown": Data.IDENTITY, "phone": Data.PHONE, "phone_hash": Data.MARK,
        "other_phone": Data.PHONE, "other_phone_hash": Data.MARK, "sex": Data.BIRTH, "born_on": Data.BIRTH,
        "origin_code": Data.ADDRESS, "origin_address": Data.ADDRESS, "employer": Data.WORK})
    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("resident")
        verbose_name_plural = _("residents")
        indexes = [
            models.Index(fields=["name_hash"], name="person_by_name"),
            # Who may be somebody of the same name in a table that has numbers.
            models.Index(fields=["name_hash"], name="person_numberless", condition=Q(id_hash="")),
            models.Index(fields=["phone_hash"], name="person_by_phone", condition=~Q(phone_hash="")),
            models.Index(fields=["other_phone_hash"], name="person_by_other_phone", condition=~Q(other_phone_hash="")),
            models.Index(fields=["community_key", "-id"], name="person_community", condition=Q(merged_into=None)),
            # How stale a grid is, and whom to call on first.
            models.Index(fields=["grid_key", "confirmed_at", "id"], name="person_stale", condition=Q(merged_into=None)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["id_hash"], condition=~Q(id_hash="") & Q(merged_into=None),
                                    name="person_once"),
            models.CheckConstraint(name="person_number_has_document", condition=(
                Q(id_hash="", document="") | ~Q(id_hash="") & Q(document__in=documents.PERSONAL))),
            models.CheckConstraint(name="person_sex_known", condition=Q(sex__in=["", *Sex.values])),
        ]

    def get_absolute_url(self):
        return reverse("residents:person-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What the office calls it: RY and its key, eight digits at least."""
        return f"RY{self.pk:08d}"

    def hash_numbers(self):
        """What follows from name and numbers; before bulk_create, which knows no save(). Birthday and sex are those
        that the number tells, where it tells any."""
        if self.id_number and self.document in {"", *documents.CITIZEN}:
            upgraded = id_number.upgraded(self.id_number)
            if upgraded != self.id_number:
                self.number_as_shown, self.id_number = self.id_number, upgraded
        super().hash_numbers()
        self.name_hash, self.other_phone_hash = name_hash(self.name), phone_hash(self.other_phone)
        self.born_on = documents.born_on(self.document, self.id_number) or self.born_on
        self.sex = documents.sex(self.document, self.id_number) or self.sex
        return self

    @property
    def usual_document(self) -> Document:
        return Document.ID_CARD

    @property
    def masked_other_phone(self) -> str:
        return masking.mask_phone(self.other_phone)

    def age_on(self, day) -> int | None:
        """Full years, None where no birthday is known."""
        born = self.born_on
        return born and day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def is_minor_on(self, day) -> bool:
        age = self.age_on(day)
        return age is not None and age < OF_AGE
