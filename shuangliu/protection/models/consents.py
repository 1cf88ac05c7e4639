"""What people agreed to, in which words, and when they took it back."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal


class ConsentText(models.Model):
    """同意书文本. The words for one purpose, in one version. Words that somebody agreed to never change: new ones are
    a new version (PIPL art. 14, 17)."""

    purpose = models.CharField(_("purpose"), max_length=40)
    version = models.CharField(_("version"), max_length=20)
    words = models.JSONField(_("words"), help_text=_('By language: {"zh-hans": "…", "en": "…"}'))
    valid_from = models.DateField(_("valid from"))

    class Meta:
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")
        ordering = ["purpose", "-valid_from"]
        constraints = [models.UniqueConstraint(fields=["purpose", "version"], name="consent_text_once")]

    def __str__(self):
        return f"{self.purpose} {self.version}"

    def said(self, language: str = "") -> str:
        """In this language, else in the county's."""
        return self.words.get(language or get_language()) or self.words[settings.LANGUAGE_CODE]


class ConsentQuerySet(models.QuerySet):
    def of(self, subject: models.Model):
        return self.filter(subject_type=subject._meta.label_lower, subject_id=subject.pk)

    def running(self):
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """同意记录. Somebody agreed to a text, and may take it back at any time (PIPL art. 14, 15).

    `subject_type` and `subject_id` are the record that speaks of them: a ticket, a person. What was spoken has a
    witness.
    """

    class Form(models.TextChoices):
        WRITTEN = "written", _("In writing")
        ONLINE = "online", _("Online")
        ORAL = "oral", _("Spoken")

    subject_type = models.CharField(_("kind of record"), max_length=64)
    subject_id = models.BigIntegerField(_("number of the record"))
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="consents", verbose_name=_("text"))
    form = models.CharField(_("form"), max_length=7, choices=Form)
    witness = EncryptedTextField(_("witness"), blank=True, default="")
    by_guardian = models.BooleanField(_("by the guardian"), default=False)
    at = models.DateTimeField(_("at"))
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
                                 db_index=False, verbose_name=_("taken down by"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True)
    withdrawn_how = models.CharField(_("withdrawn how"), max_length=7, choices=Form, blank=True)

    personal = Personal(
        whose=_("people who consented to something, and witnesses"), purpose=_("to prove what was consented to"),
        basis=_("Personal Information Protection Law, articles 14 to 16"), recipients=_("the office that took it"),
        fields={"subject_id": Data.LINK, "witness": Data.NAME}, kept=_("as long as what was consented to"))
    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="consent_of_subject")]
        constraints = [
            models.UniqueConstraint(fields=["subject_type", "subject_id", "text"], condition=Q(withdrawn_at=None),
                                    name="consent_runs_once"),
            models.CheckConstraint(name="consent_by_known_form", condition=Q(form__in=["written", "online", "oral"])),
            models.CheckConstraint(name="consent_spoken_has_witness", condition=~Q(form="oral") | ~Q(witness="")),
            models.CheckConstraint(name="consent_withdrawn_whole", condition=(
                Q(withdrawn_at=None, withdrawn_how="")
                | Q(withdrawn_at__gte=F("at"), withdrawn_how__in=["written", "online", "oral"]))),
        ]

    def __str__(self):
        return f"{self.subject_type} {self.subject_id}: {self.text}"
