"""The report that is drawn from the figures of a month or a quarter."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from incidents.models.parts import person

from ..querysets import ReportQuerySet


class AnalysisReport(models.Model):
    """研判报告. What people told the county in a month or a quarter, and what is to be done about it.

    `figures` are those of the day of drafting (drafting.figures_of), numbers below five already left out, so that the
    report stays what was signed. `findings` and `advice` are drafted from them and then written by people. The hotline
    supervisor signs, then the county supervisor; from then on nothing in it changes.
    """

    class Span(models.TextChoices):
        MONTH = "month", _("Monthly report")
        QUARTER = "quarter", _("Quarterly report")

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SIGNED = "signed", _("Signed by the hotline")
        ISSUED = "issued", _("Issued")

    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("county"))
    span = models.CharField(_("period"), max_length=7, choices=Span)
    start = models.DateField(_("from"))
    end = models.DateField(_("until"))
    figures = models.JSONField(_("figures"))
    findings = models.TextField(_("findings"), max_length=8000)
    advice = models.TextField(_("advice"), max_length=8000, blank=True)
    state = models.CharField(_("state"), max_length=6, choices=State, default=State.DRAFT)
    drafted_at = models.DateTimeField(_("drafted at"))
    drafted_by = person(_("drafted by"))
    signed_at = models.DateTimeField(_("signed at"), null=True)
    signed_by = person(_("signed by"))
    issued_at = models.DateTimeField(_("issued at"), null=True)
    issued_by = person(_("issued by"))
    sent_back = models.CharField(_("why it was sent back"), max_length=300, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("analysis report")
        verbose_name_plural = _("analysis reports")
        ordering = ["-end", "-id"]
        indexes = [models.Index(fields=["area", "-end", "-id"], name="analysis_report_newest")]
        constraints = [
            models.UniqueConstraint(fields=["area", "span", "start"], name="analysis_report_once"),
            models.CheckConstraint(name="analysis_report_range", condition=Q(end__gte=F("start"))),
            models.CheckConstraint(name="analysis_report_signed", condition=(
                Q(state="draft", signed_at=None, issued_at=None)
                | Q(state="signed", signed_at__isnull=False, issued_at=None)
                | Q(state="issued", signed_at__isnull=False, issued_at__isnull=False))),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("hotline:analysis-detail", args=[self.pk])

    @property
    def area_key(self) -> int:
        return self.area.key

    @property
    def title(self) -> str:
        """双流区2026年2月社情民意研判报告; in Chinese, as it stands on the paper."""
        when = (f"{self.start.year}年{self.start.month}月" if self.span == self.Span.MONTH
                else f"{self.start.year}年第{(self.start.month + 2) // 3}季度")
        return f"{self.area.name}{when}社情民意研判报告"
