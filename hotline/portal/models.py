"""Tables: what people ask about their own data, and the signs that know where they hang."""

import secrets

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from hotline.personal import CALLERS
from incidents.models.parts import person
from shuangliu.deadlines.models import Step
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.masking import mask_phone
from shuangliu.privacy.personal import Data, Personal


class SubjectRequestQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "subject.view"))

    def open(self):
        return self.filter(answered_at=None)


class SubjectRequest(models.Model):
    """个人信息权利申请. Somebody asks about their own data; answered within 15 working days (domain.md §7 rule 9).

    `ticket` is what it is about, where they came by number and code; else `phone` is where the answer goes. It is work
    for the hotline's supervisor: nothing is deleted by a machine (PIPL art. 24, 47).
    """

    class Kind(models.TextChoices):
        ACCESS = "access", _("See or copy my data")
        CORRECT = "correct", _("Correct my data")
        DELETE = "delete", _("Delete my data")
        WITHDRAW = "withdraw", _("Take my consent back")
        EXPLAIN = "explain", _("Explain the rules to me")
        COMPLAIN = "complain", _("Complain about how my data are used")

    uuid = models.UUIDField(unique=True, editable=False)
    kind = models.CharField(_("asks"), max_length=8, choices=Kind)
    ticket = models.ForeignKey("hotline.Ticket", models.PROTECT, null=True, related_name="subject_requests",
                               db_index=False, verbose_name=_("ticket"))
    phone = EncryptedTextField(_("phone"), blank=True, default="")
    text = EncryptedTextField(_("words"), blank=True, default="")
    area_key = models.BigIntegerField(editable=False)
    at = models.DateTimeField(_("at"))
    due_at = models.DateTimeField(_("due at"), null=True)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = person(_("answered by"))
    is_forgotten = models.BooleanField(_("contact data forgotten"), default=False, editable=False)

    personal = Personal(**CALLERS, fields={"phone": Data.PHONE, "text": Data.WORDS},
                        retention="subject-request.contact")
    objects = SubjectRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request about own data")
        verbose_name_plural = _("requests about own data")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["due_at", "id"], name="subject_open", condition=Q(answered_at=None)),
            models.Index(fields=["ticket"], name="subject_of_ticket", condition=Q(ticket__isnull=False)),
            models.Index(fields=["answered_at"], name="subject_to_forget",
                         condition=Q(answered_at__isnull=False, is_forgotten=False)),
        ]
        constraints = [
            models.CheckConstraint(name="subject_kind_known", condition=Q(
                kind__in=["access", "correct", "delete", "withdraw", "explain", "complain"])),
            models.CheckConstraint(name="subject_can_be_answered", condition=Q(ticket__isnull=False) | ~Q(phone="")),
            models.CheckConstraint(name="subject_answered_by_somebody", condition=Q(answered_at=None, answered_by=None)
                                   | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("hotline:subject-detail", args=[self.pk])

    @property
    def number(self) -> str:
        return f"QL{self.pk:06d}"

    @property
    def masked_phone(self) -> str:
        return mask_phone(self.phone)


def new_slug() -> str:
    """Eight letters that are not mistaken for each other."""
    return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz") for _ in range(8))


class SignQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "sign.view"))


class Sign(models.Model):
    """点位牌. A printed sign that hangs somewhere: who scans it need not say where they are. The signs of grids need no
    row: their code is on them."""

    slug = models.SlugField(_("code"), max_length=20, unique=True, default=new_slug, editable=False)
    place = models.CharField(_("place"), max_length=100)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    area_key = models.BigIntegerField(editable=False, db_index=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    made_by = person(_("made by"))
    made_at = models.DateTimeField(_("made at"))

    objects = SignQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign")
        verbose_name_plural = _("signs")
        ordering = ["area_key", "id"]
        constraints = [
            models.CheckConstraint(name="sign_point_whole", condition=Q(longitude=None, latitude=None)
                                   | Q(longitude__isnull=False, latitude__isnull=False)),
        ]

    def __str__(self):
        return self.place
