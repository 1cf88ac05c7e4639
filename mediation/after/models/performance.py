"""What the agreement obliges somebody to do, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed

from ...models.cases import Case
from ...models.parties import Party
from ...models.rounds import Round


class Due(models.TextChoices):
    """How an item stands."""

    OWED = "owed", _("To be performed")
    PERFORMED = "performed", _("Performed")
    BREACHED = "breached", _("Not kept")
    WAIVED = "waived", _("Waived")
    SUPERSEDED = "superseded", _("Replaced by another round")


OPEN = (Due.OWED, Due.BREACHED)  # somebody still has to do it
COUNTED = (Due.OWED, Due.PERFORMED, Due.BREACHED)  # what a rate of performance is out of (domain.md §6)


class PerformanceQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state__in=OPEN)

    def counted(self):
        """Due for performance by an agreement in force: the denominator of 协议履行率. By `due_at`."""
        return self.filter(state__in=COUNTED, due_at__isnull=False)

    def performed(self):
        """Its numerator."""
        return self.filter(state=Due.PERFORMED)

    def for_card(self):
        return self.select_related("party").order_by("round", "due_at", "due_on", "id")


class Performance(AreaKeyed):
    """履行事项. One thing that one party owes by the agreement of a round, by a day.

    `due_on` is the day agreed; without one the general limit runs from the day on which the agreement takes effect.
    `due_at` is when it is due, and empty while the agreement is not in effect: nobody is late by a paper that nobody
    has signed. Another round replaces what is still owed by the one before; it stays readable.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="performances", verbose_name=_("mediation case"))
    round = models.ForeignKey(Round, models.CASCADE, related_name="performances", verbose_name=_("round of mediation"))
    batch = models.UUIDField(editable=False)  # the form that was sent
    number = models.PositiveSmallIntegerField(_("instalment"), default=1)
    # None where an incident became a case, and nobody has written down between whom.
    party = models.ForeignKey(Party, models.RESTRICT, null=True, db_index=False, related_name="+",
                              verbose_name=_("who owes it"))
    what = models.CharField(_("what is owed"), max_length=200)
    amount = models.DecimalField(_("amount (yuan)"), max_digits=14, decimal_places=2, null=True)
    due_on = models.DateField(_("agreed day"), null=True)
    due_at = models.DateTimeField(_("due at"), null=True)
    state = models.CharField(_("state"), max_length=10, choices=Due, default=Due.OWED)
    done_on = models.DateField(_("performed on"), null=True)
    broken_on = models.DateField(_("not kept since"), null=True)

    objects = PerformanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("performance item")
        verbose_name_plural = _("performance items")
        indexes = [
            *(models.Index(fields=[f"{level}_key", "due_at"], name=f"performance_{level}_due")
              for level in ("county", "town")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="performance_sent_once"),
            models.CheckConstraint(name="performance_state_known", condition=Q(state__in=Due.values)),
            models.CheckConstraint(name="performance_done_with_day", condition=(
                Q(state="performed", done_on__isnull=False) | ~Q(state="performed") & Q(done_on=None))),
            models.CheckConstraint(name="performance_broken_with_day", condition=(
                ~Q(state="breached") | Q(broken_on__isnull=False))),
            models.CheckConstraint(name="performance_amount", condition=Q(amount=None) | Q(amount__gt=0)),
        ]

    def __str__(self):
        return self.what

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def day(self):
        """The day by which it is to be done, as far as it is known."""
        return localdate(self.due_at) if self.due_at else self.due_on


class What(models.TextChoices):
    """What befell an item."""

    OWED = "owed", _("Agreed")
    PERFORMED = "performed", _("Performed")
    BREACHED = "breached", _("Not kept")
    WAIVED = "waived", _("Waived")
    URGED = "urged", _("Urged")
    COUNSELLED = "counselled", _("Told of the ways to court")
    UNDONE = "undone", _("Put right")
    SUPERSEDED = "superseded", _("Replaced by another round")


class PerformanceStep(models.Model):
    """履行经过. That something befell an item: the history that stays when a wrong tick is put right."""

    performance = models.ForeignKey(Performance, models.CASCADE, related_name="steps",
                                    verbose_name=_("performance item"))
    uuid = models.UUIDField(null=True, unique=True, editable=False)  # the form that was sent, where it moves nothing
    what = models.CharField(_("what happened"), max_length=10, choices=What)
    on = models.DateField(_("day"))
    note = models.CharField(_("note"), max_length=500, blank=True)
    at = models.DateTimeField(_("recorded at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
                           verbose_name=_("recorded by"))

    class Meta:
        verbose_name = _("step of a performance")
        verbose_name_plural = _("steps of performances")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="performance_step_known", condition=Q(what__in=What.values)),
        ]

    def __str__(self):
        return self.get_what_display()
