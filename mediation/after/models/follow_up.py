"""Asking afterwards whether the agreement holds."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed

from ...models.cases import Case
from ...models.parties import Party
from ...models.rounds import Round


class Way(models.TextChoices):
    PHONE = "phone", _("By phone")
    VISIT = "visit", _("Visit at home")
    WINDOW = "window", _("At the window")


class Answer(models.TextChoices):
    """What a party said (domain.md §6); `unasked`: who mediated does not ask how it was."""

    SATISFIED = "satisfied", _("Satisfied")
    BASICALLY = "basically", _("Basically satisfied")
    UNSATISFIED = "unsatisfied", _("Not satisfied")
    REFUSED = "refused", _("Would not say")
    UNREACHABLE = "unreachable", _("Not reached")
    UNASKED = "unasked", _("Spoken with, not asked")


class Kept(models.TextChoices):
    """How the agreement is kept, as seen."""

    KEPT = "kept", _("Kept")
    PARTLY = "partly", _("Partly kept")
    BROKEN = "broken", _("Not kept")
    NOT_DUE = "not_due", _("Not due yet")
    UNKNOWN = "unknown", _("Could not be seen")


class FollowUpQuerySet(models.QuerySet):
    def answered(self):
        """The denominator of 满意率: who would not say or was not reached is not in it."""
        return self.filter(answer__in=[Answer.SATISFIED, Answer.BASICALLY, Answer.UNSATISFIED])

    def content(self):
        """Its numerator."""
        return self.filter(answer__in=[Answer.SATISFIED, Answer.BASICALLY])


class FollowUp(AreaKeyed):
    """回访. One attempt to ask one party, by another person than the mediator; with the reason where that was not
    possible (domain.md §5.2). What a party answered is told to no mediator: see after/cards.py."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="follow_ups", verbose_name=_("mediation case"))
    round = models.ForeignKey(Round, models.CASCADE, related_name="follow_ups", verbose_name=_("round of mediation"))
    uuid = models.UUIDField(unique=True, editable=False)  # the form that was sent
    party = models.ForeignKey(Party, models.RESTRICT, null=True, db_index=False, related_name="+",
                              verbose_name=_("party"))
    way = models.CharField(_("way"), max_length=8, choices=Way)
    made_at = models.DateTimeField(_("followed up at"))
    answer = models.CharField(_("answer"), max_length=12, choices=Answer)
    kept = models.CharField(_("how the agreement is kept"), max_length=8, choices=Kept, blank=True)
    has_sued = models.BooleanField(_("a party has gone to court"), default=False)
    is_wrong = models.BooleanField(_("signs of wrong mediation"), default=False)
    may_escalate = models.BooleanField(_("may escalate"), default=False)
    note = models.TextField(_("what was said"), blank=True)
    own_reason = models.CharField(_("why the mediator did it"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+",
                           verbose_name=_("followed up by"))
    recorded_at = models.DateTimeField(_("recorded at"))

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        ordering = ["made_at", "id"]
        indexes = [
            *(models.Index(fields=[f"{level}_key", "made_at"], name=f"follow_up_{level}_made")
              for level in ("county", "town")),
        ]
        constraints = [
            models.CheckConstraint(name="follow_up_way_known", condition=Q(way__in=Way.values)),
            models.CheckConstraint(name="follow_up_answer_known", condition=Q(answer__in=Answer.values)),
            models.CheckConstraint(name="follow_up_kept_known", condition=Q(kept="") | Q(kept__in=Kept.values)),
            # Who mediated says why, and asks nobody how it was.
            models.CheckConstraint(name="follow_up_own_unasked", condition=(
                Q(own_reason="") | Q(answer__in=[Answer.UNASKED, Answer.UNREACHABLE]))),
            models.CheckConstraint(name="follow_up_made_before_recorded", condition=Q(made_at__lte=F("recorded_at"))),
        ]

    def __str__(self):
        return f"{self.made_at:%F %H:%M}"

    @property
    def was_reached(self) -> bool:
        return self.answer != Answer.UNREACHABLE

    @property
    def alarms(self) -> list:
        """What somebody has to act upon."""
        return [self._meta.get_field(name).verbose_name for name in ("has_sued", "is_wrong", "may_escalate")
                if getattr(self, name)]
