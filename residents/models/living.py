"""Who lives where, since when and how, and the permits of those who are registered elsewhere."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from residents.declared import PEOPLE
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ..querysets import OfPeopleQuerySet
from .homes import Dwelling
from .parts import someone
from .people import Person


class Kind(models.TextChoices):
    REGISTERED = "registered", _("Registered here")
    FLOATING = "floating", _("Registered elsewhere")


class Reason(models.TextChoices):
    """Why somebody came who is registered elsewhere (GB/T 31000-2015 table 46)."""

    WORK = "01", _("To work")
    FARMING = "02", _("To farm")
    BUSINESS = "03", _("To run a business")
    STUDY = "04", _("To study or train")
    MARRIAGE = "05", _("To marry")
    FAMILY = "06", _("With the family")
    TREATMENT = "07", _("For treatment or rest")
    RELATIVES = "08", _("To live with relatives or friends")
    TRANSFER = "09", _("Transferred by the employer")
    OTHER = "99", _("Other reason")


class Tenure(models.TextChoices):
    """How somebody lives there (GB/T 31000-2015 table 48)."""

    OWN = "01", _("Own home")
    RENTED = "02", _("Rented")
    LODGING = "03", _("Lodging")
    BORROWED = "04", _("Borrowed")
    EMPLOYER = "05", _("Employer's dormitory")
    TEMPORARY = "06", _("Temporary dormitory")
    WORKERS = "07", _("Workers' flats")
    OTHER = "99", _("Otherwise")


class Left(models.TextChoices):
    MOVED = "moved", _("Moved within the county")
    AWAY = "away", _("Moved away")
    DIED = "died", _("Died")
    ERROR = "error", _("Never lived there")


class Residence(models.Model):
    """居住. A person lives in a dwelling from a day to a day; one that is not over is the home of today.

    Overnight guests have none (domain.md §7). `since` is empty where nobody knows.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="residences", verbose_name=_("resident"))
    dwelling = models.ForeignKey(Dwelling, models.PROTECT, related_name="residences", db_index=False,
                                 verbose_name=_("dwelling"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    tenure = models.CharField(_("lives there as"), max_length=2, choices=Tenure, blank=True)
    reason = models.CharField(_("came"), max_length=2, choices=Reason, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    left = models.CharField(_("why it ended"), max_length=5, choices=Left, blank=True)
    created_by = someone(_("entered by"))

    objects = OfPeopleQuerySet.as_manager()

    class Meta:
        verbose_name = _("residence")
        verbose_name_plural = _("residences")
        ordering = ["person", "-id"]
        indexes = [
            models.Index(fields=["dwelling", "until"], name="residence_of_dwelling"),
            models.Index(fields=["since"], name="residence_begun", condition=Q(until=None)),
            # Who left, for the day on which they are forgotten.
            models.Index(fields=["until", "id"], name="residence_gone", condition=Q(until__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(until=None), name="residence_one_home"),
            models.CheckConstraint(name="residence_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="residence_reason_of_floating",
                                   condition=Q(reason="") | Q(kind="floating", reason__in=Reason.values)),
            models.CheckConstraint(name="residence_range",
                                   condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since"))),
            models.CheckConstraint(name="residence_ended_for_a_reason", condition=Q(until=None, left="")
                                   | Q(until__isnull=False, left__in=Left.values)),
        ]

    def __str__(self):
        return f"{self.person_id} @ {self.dwelling_id}"


class Permit(models.Model):
    """居住证. A residence permit that the police issued; here to remind its holder, never to issue one."""

    class PermitKind(models.TextChoices):
        """GB/T 31000-2015 table 47; temporary permits ended in 2015."""

        RESIDENCE = "01", _("Residence permit")
        TEMPORARY = "02", _("Temporary permit (old)")
        OTHER = "99", _("Other permit")

    person = models.ForeignKey(Person, models.CASCADE, related_name="permits", verbose_name=_("resident"))
    kind = models.CharField(_("kind"), max_length=2, choices=PermitKind, default=PermitKind.RESIDENCE)
    permit_number = EncryptedTextField(_("number"), blank=True, default="")
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)

    personal = Personal(**PEOPLE, fields={"permit_number": Data.IDENTITY})

    class Meta:
        verbose_name = _("permit")
        verbose_name_plural = _("permits")
        ordering = ["person", "-id"]
        indexes = [models.Index(fields=["expires_on"], name="permit_expiry", condition=Q(expires_on__isnull=False))]
        constraints = [models.CheckConstraint(name="permit_range", condition=(
            Q(issued_on=None) | Q(expires_on=None) | Q(expires_on__gte=F("issued_on"))))]

    def __str__(self):
        return f"{self.get_kind_display()} {self.expires_on or ''}".strip()
