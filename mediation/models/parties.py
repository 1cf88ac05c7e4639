"""The two sides of a dispute, and who speaks for them."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mediation.personal import PARTIES
from shuangliu.privacy import documents
from shuangliu.privacy.documents import Document
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.identified import Identified
from shuangliu.privacy.personal import Data, Personal

from .cases import Case

OF_AGE = 18  # 民法典 art. 17
MOST_FOR_A_GROUP = 5  # a side, 民事诉讼法 art. 56 and its interpretation art. 78
MOST_IN_TRAFFIC = 3  # a side, 道路交通事故处理程序规定 art. 86–90


class Side(models.TextChoices):
    APPLICANT = "applicant", _("Applicant")
    RESPONDENT = "respondent", _("Respondent")


class Sex(models.TextChoices):
    """GB/T 2261.1."""

    MAN = documents.MAN, _("Male")
    WOMAN = documents.WOMAN, _("Female")


class Contact(models.TextChoices):
    """How somebody wants to be reached."""

    PHONE = "phone", _("By phone")
    TEXT = "text", _("By text message")
    POST = "post", _("By post")
    VISIT = "visit", _("By a visit")


class Party(Identified):
    """当事人. A person or an organisation on one side.

    Birthday and sex are kept only where no number tells them. A `is_spokesperson` stands for others of the group too.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="parties", verbose_name=_("mediation case"))
    role = models.CharField(_("side"), max_length=12, choices=Side)
    is_organisation = models.BooleanField(_("is an organisation"), default=False)
    is_spokesperson = models.BooleanField(_("stands for others of the group"), default=False)
    stated_sex = models.CharField(_("sex"), max_length=1, choices=Sex, blank=True)
    stated_birthday = EncryptedTextField(_("birthday"), blank=True, default="")  # ISO
    occupation = EncryptedTextField(_("occupation"), blank=True, default="")
    address = EncryptedTextField(_("address"), blank=True, default="")
    contact = models.CharField(_("wants to be reached"), max_length=5, choices=Contact, blank=True)

    personal = Personal(**PARTIES, fields={
        "name": Data.NAME, "document": Data.IDENTITY, "id_number": Data.IDENTITY, "id_hash": Data.MARK,
        "phone": Data.PHONE, "phone_hash": Data.MARK, "stated_sex": Data.BIRTH, "stated_birthday": Data.BIRTH,
        "occupation": Data.WORK, "address": Data.ADDRESS, "contact": Data.WORDS})

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["role", "id"]
        indexes = [
            models.Index(fields=["id_hash"], name="party_by_number"),
            models.Index(fields=["phone_hash"], name="party_by_phone"),
        ]
        constraints = [
            models.CheckConstraint(name="party_role_known", condition=Q(role__in=Side.values)),
            models.UniqueConstraint(fields=["case", "id_hash"], condition=~Q(id_hash=""), name="party_once_per_case"),
            models.CheckConstraint(name="party_number_has_document", condition=(
                Q(id_hash="", document="") | ~Q(id_hash="") & Q(document__in=Document.values))),
        ]

    @property
    def usual_document(self) -> Document:
        return Document.CREDIT_CODE if self.is_organisation else Document.ID_CARD

    @property
    def masked_name(self) -> str:
        """张** for a person; the name of an organisation is no personal data."""
        return self.name if self.is_organisation else super().masked_name

    @property
    def masked_address(self) -> str:
        return self.address and self.address[:6] + "…"

    @property
    def label(self) -> str:
        """How the party is called where nobody shall read the name: 申请人 张**."""
        return f"{self.get_role_display()} {self.masked_name}"

    @property
    def born_on(self) -> date | None:
        told = documents.born_on(self.document, self.id_number)
        return told or (date.fromisoformat(self.stated_birthday) if self.stated_birthday else None)

    @property
    def sex(self) -> str:
        return documents.sex(self.document, self.id_number) or self.stated_sex

    def get_sex_display(self) -> str:
        return str(dict(Sex.choices).get(self.sex, ""))

    def age_on(self, day: date) -> int | None:
        """Full years, None where no birthday is known."""
        born = self.born_on
        return born and day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def is_minor_on(self, day: date) -> bool:
        age = self.age_on(day)
        return age is not None and age < OF_AGE

    @property
    def speakers(self) -> list["Representative"]:
        """Who represents the party now. Costs nothing after prefetching `representatives`."""
        return [one for one in self.representatives.all() if one.ended_at is None]

    @property
    def has_guardian(self) -> bool:
        return any(one.kind == Representative.Kind.GUARDIAN for one in self.speakers)


class Representative(Identified):
    """代理人. Who speaks for a party: an agent by the party's own power of attorney (委托代理人), with its day and
    extent, or a guardian by law (法定代理人). The signed paper is attached. One whose representation ended stays."""

    class Kind(models.TextChoices):
        AGENT = "agent", _("Agent by power of attorney")
        GUARDIAN = "guardian", _("Guardian")

    class Powers(models.TextChoices):
        """民事诉讼法 art. 62: to admit, waive or settle needs special powers."""

        GENERAL = "general", _("General powers")
        SPECIAL = "special", _("Special powers")

    party = models.ForeignKey(Party, models.CASCADE, related_name="representatives", verbose_name=_("party"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    relation = models.CharField(_("relation to the party"), max_length=40, blank=True)
    powers = models.CharField(_("powers"), max_length=8, choices=Powers, blank=True)
    authorised_on = models.DateField(_("authorised on"), null=True)
    added_at = models.DateTimeField(_("added at"))
    ended_at = models.DateTimeField(_("ended at"), null=True)

    personal = Personal(**PARTIES, fields={
        "name": Data.NAME, "document": Data.IDENTITY, "id_number": Data.IDENTITY, "id_hash": Data.MARK,
        "phone": Data.PHONE, "phone_hash": Data.MARK, "relation": Data.WORDS})

    class Meta:
        verbose_name = _("representative")
        verbose_name_plural = _("representatives")
        ordering = ["party", "id"]
        constraints = [
            models.CheckConstraint(name="representative_authorised", condition=(
                Q(kind="agent", powers__in=["general", "special"], authorised_on__isnull=False)
                | Q(kind="guardian", powers="", authorised_on=None))),
            models.CheckConstraint(name="representative_number_has_document", condition=(
                Q(id_hash="", document="") | ~Q(id_hash="") & Q(document__in=Document.values))),
        ]


def too_many(parties, side: str, is_traffic: bool) -> bool:
    """More people on one side than may take part where the police mediate a traffic accident."""
    return is_traffic and sum(party.role == side for party in parties) > MOST_IN_TRAFFIC
