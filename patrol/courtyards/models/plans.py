"""What shall be built, what it costs and who pays, and how far it is."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..catalogue import Source, Works
from .courtyards import Courtyard
from .money import Programme
from .parts import Sent, Voted, fen, someone, votes_fit


class WorksPlan(Sent, Voted):
    """整治方案. What the residents want built, with money and sources in fen. A plan that fell, or came back, is
    followed by another version. `endorsed_at`: the town agrees; `approved_at`: the county does."""

    courtyard = models.ForeignKey(Courtyard, models.CASCADE, related_name="plans", verbose_name=_("courtyard"))
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    text = models.TextField(_("what shall be done"))
    from_programme = fen(_("from the county programme (fen)"))
    from_town = fen(_("from the town budget (fen)"))
    from_residents = fen(_("from the residents (fen)"))
    from_others = fen(_("from others (fen)"))
    budget = models.GeneratedField(
        expression=F("from_programme") + F("from_town") + F("from_residents") + F("from_others"),
        output_field=models.BigIntegerField(), db_persist=True)
    drafted_by = someone(_("drafted by"))
    drafted_at = models.DateTimeField(_("drafted at"))
    endorsed_by = someone(_("endorsed by"))
    endorsed_at = models.DateTimeField(_("endorsed at"), null=True)
    approved_by = someone(_("approved by"))
    approved_at = models.DateTimeField(_("plan approved at"), null=True)
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, related_name="plans",
                                  verbose_name=_("programme"))
    contractor = models.CharField(_("company that builds"), max_length=80, blank=True)
    begun_on = models.DateField(_("works begun on"), null=True)
    ends_on = models.DateField(_("works to end on"), null=True)

    class Meta:
        verbose_name = _("plan of works")
        verbose_name_plural = _("plans of works")
        ordering = ["-version"]
        constraints = [
            votes_fit("works_plan_votes_fit"),
            models.UniqueConstraint(fields=["courtyard", "version"], name="works_plan_version_once"),
            models.CheckConstraint(name="works_plan_money", condition=Q(
                from_programme__gte=0, from_town__gte=0, from_residents__gte=0, from_others__gte=0)),
            models.CheckConstraint(name="works_plan_approved_after_vote", condition=Q(approved_at=None)
                                   | Q(voted_on__isnull=False, endorsed_at__isnull=False)),
            models.CheckConstraint(name="works_plan_paid_by_a_programme", condition=Q(approved_at=None)
                                   | Q(from_programme=0) | Q(programme__isnull=False)),
            models.CheckConstraint(name="works_plan_begun_after_approval", condition=Q(begun_on=None)
                                   | Q(approved_at__isnull=False, ends_on__gte=F("begun_on"))),
        ]

    def __str__(self):
        return str(_("Plan %(version)s") % {"version": self.version})

    def amount_from(self, source: str) -> int:
        return getattr(self, f"from_{source}")

    @property
    def sources(self) -> list[tuple[str, int]]:
        """Who pays how much, as far as they do."""
        return [(one.label, self.amount_from(one)) for one in Source if self.amount_from(one)]


class WorksItem(Sent):
    """整治工程项. One thing that is built: its cost as planned and as paid, and how far it is. Photos before and after
    are attached to it."""

    plan = models.ForeignKey(WorksPlan, models.CASCADE, related_name="items", verbose_name=_("plan of works"))
    kind = models.CharField(_("kind of works"), max_length=10, choices=Works)
    what = models.CharField(_("what exactly"), max_length=120)
    source = models.CharField(_("paid by"), max_length=10, choices=Source)
    planned = fen(_("cost as planned (fen)"))
    spent = fen(_("cost as paid (fen)"))
    progress = models.PositiveSmallIntegerField(_("progress (%)"), default=0, validators=[MaxValueValidator(100)])
    done_on = models.DateField(_("finished on"), null=True)

    class Meta:
        verbose_name = _("works item")
        verbose_name_plural = _("works items")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="works_item_known", condition=Q(kind__in=Works.values,
                                                                        source__in=Source.values)),
            models.CheckConstraint(name="works_item_money", condition=Q(planned__gt=0, spent__gte=0)),
            models.CheckConstraint(name="works_item_done_whole", condition=Q(progress=100, done_on__isnull=False)
                                   | Q(progress__lt=100, done_on=None)),
        ]

    def __str__(self):
        return self.what
