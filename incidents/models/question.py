"""What a category asks beyond description and place."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

# What no form of the product asks (product.md, The line; domain.md §7): documents and accounts of a person, belief,
# origin, politics, health, offences, birth.
FORBIDDEN = re.compile(
    r"身份证|证件号|护照|银行卡|卡号|人脸|指纹|车牌|宗教|信教|信仰|民族(?!路|街|巷|大道|小区|社区|村)|少数民族|政治面貌|党员|团员"
    r"|诊断|病史|病情|疾病|患病|精神病|精神障碍|艾滋|残疾等级|吸毒|涉毒|戒毒|前科|犯罪|刑满|社区矫正|邪教|上访人员|重点人员|重点人群"
    r"|婚姻|生育|怀孕|避孕|访客|留宿"
    r"|\b(?:id (?:card|number)|identity card|passport|bank (?:card|account)|fingerprint|licen[cs]e plate|number plate"
    r"|religio\w*|faith|ethnic\w*|politic\w*|party member\w*|diagnos\w*|disease|illness|medical history|hiv|aids"
    r"|drug (?:use|history)|addict\w*|criminal record|convict\w*|pregnan\w*|key person)\b", re.IGNORECASE)


def check_asks(text: str) -> None:
    """Raises ValidationError for words that no question may contain."""
    if found := FORBIDDEN.search(text):
        raise ValidationError(_("“%(word)s” is not asked here: the law or decency forbids to keep it.")
                              % {"word": found[0]})


class QuestionQuerySet(models.QuerySet):
    def on(self, day: date):
        """Asked on this day, of categories in use; in the order of the form."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day),
            category__is_active=True,
        ).select_related("category").order_by("category__code", "order", "code")


class Question(models.Model):
    """附加问题. Asked when an incident of the category is reported; one of the first level is asked of all below."""

    class Kind(models.TextChoices):
        TEXT = "text", _("Text")
        NUMBER = "number", _("A number")
        CHOICE = "choice", _("One of several")
        YES_NO = "yes_no", _("Yes or no")
        DATE = "date", _("Day")

    category = models.ForeignKey("incidents.Category", models.PROTECT, related_name="questions",
                                 verbose_name=_("category"))
    code = models.CharField(_("code"), max_length=32, validators=[validate_slug])
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    label = models.CharField(_("question"), max_length=60)
    help = models.CharField(_("help"), max_length=120, blank=True)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.TEXT)
    choices = models.TextField(_("choices"), blank=True, help_text=_("One a line."))
    is_required = models.BooleanField(_("must be answered"), default=False)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["category__code", "order", "code"]
        constraints = [
            models.UniqueConstraint(fields=["category", "code"], name="question_once"),
            models.CheckConstraint(name="question_kind_known",
                                   condition=Q(kind__in=["text", "number", "choice", "yes_no", "date"])),
            models.CheckConstraint(name="question_range", condition=Q(valid_from=None) | Q(valid_to=None)
                                   | Q(valid_to__gte=F("valid_from"))),
        ]

    def __str__(self):
        return self.label

    def clean(self):
        errors = {}
        for field in ("label", "help", "choices"):
            try:
                check_asks(getattr(self, field))
            except ValidationError as error:
                errors[field] = error
        if not (len(self.options) > 1 if self.kind == self.Kind.CHOICE else not self.options):
            errors["choices"] = ValidationError(_("Choices belong to “one of several”, at least two of them."))
        if errors:
            raise ValidationError(errors)

    @property
    def options(self) -> list[str]:
        return list(dict.fromkeys(line.strip() for line in self.choices.splitlines() if line.strip()))


class Answer(models.Model):
    """答复. What the reporter answered, with the question as it stood then; numbers and days in their plain form."""

    incident = models.ForeignKey("incidents.Incident", models.CASCADE, related_name="answers", db_index=False,
                                 verbose_name=_("incident"))
    question = models.ForeignKey(Question, models.PROTECT, related_name="+", verbose_name=_("question"))
    label = models.CharField(_("question"), max_length=60)
    value = models.CharField(_("answer"), max_length=200)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["incident", "question"], name="answer_once")]

    def __str__(self):
        return f"{self.label}: {self.shown}"

    @property
    def shown(self) -> str:
        if self.question.kind == Question.Kind.YES_NO:
            return str(_("Yes") if self.value == "yes" else _("No"))
        return self.value
