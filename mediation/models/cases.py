"""A dispute on its way."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed
from grids.models import Area, Level
from grids.roles import MEDIATORS, Role
from shuangliu.deadlines.models import Step

from ..states import OPEN, UNTRIED, WITH_MEDIATOR, State
from .categories import DisputeCategory
from .mediators import Mediator
from .network import MediationCenter, MediationOrg
from .queryset import CaseQuerySet, helped_by

# What a mediator does; where they have no account, the clerk does it for them.
MEDIATOR_ACTS = {f"case.{act}" for act in (
    "session", "agree", "retry", "fail", "appraise", "appraised", "extend", "invite", "addendum", "investigate",
    "progress")}


class Source(models.TextChoices):
    """How a dispute came in."""

    SCREENING = "screening", _("Screening")
    APPLICATION = "application", _("Application of a party")
    INITIATIVE = "initiative", _("Initiative of the committee")
    HOTLINE = "hotline", _("Hotline")
    INCIDENT = "incident", _("Grid incident")
    POLICE_RECEPTION = "police_reception", _("Police reception")
    PETITION = "petition", _("Petition office")
    COURT = "court", _("Court")


class Scale(models.TextChoices):
    """GB/T 31000-2015 table 90."""

    INDIVIDUAL = "01", _("Individual")
    GROUP = "02", _("Ordinary group")
    MAJOR = "03", _("Major group")


class Outcome(models.TextChoices):
    """What counts in the figures: written once, at the first end of mediation."""

    SETTLED = "settled", _("Settled")
    FAILED = "failed", _("Not settled")
    MOVED = "moved", _("Gone to another body")


class ReassignReason(models.TextChoices):
    """Why another mediator takes over."""

    RECUSAL = "recusal", _("Recusal")
    CHOSEN = "chosen", _("The parties chose another mediator")
    ABSENT = "absent", _("The mediator is away")
    WORKLOAD = "workload", _("Distribution of work")


class Case(AreaKeyed):
    """调解案件. A dispute brought to a centre, from registration to its outcome.

    Open cases have a due time and no others do; the moments rise. `outcome` and `concluded_at` tell of the first end
    of mediation and stay, whatever comes later: a breach, another round, a judgment (domain.md §5.2). What was tried
    and agreed stands in the rounds. A concluded case of older records needs: area and area_key, center, org,
    mediator, registered_at/by, accepted_at, concluded_at, outcome, and a round that ended so.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # the form that was sent
    source = models.CharField(_("source"), max_length=20, choices=Source)
    external_ref = models.CharField(_("number elsewhere"), max_length=60, blank=True)
    category = models.ForeignKey(DisputeCategory, models.PROTECT, db_index=False, verbose_name=_("dispute category"))
    scale = models.CharField(_("scale"), max_length=2, choices=Scale, default=Scale.INDIVIDUAL)
    channel = models.CharField(_("channel"), max_length=16, choices=MediationOrg.Kind, default=MediationOrg.Kind.PEOPLE)

    # Confidential: for those who hold `case.read` on it.
    title = models.CharField(_("title"), max_length=100)
    summary = models.TextField(_("facts of the dispute"))
    place = models.CharField(_("place"), max_length=100)
    happened_on = models.DateField(_("happened on"))
    people = models.PositiveIntegerField(_("people involved"), default=2)

    area = models.ForeignKey(Area, models.PROTECT, db_index=False, related_name="+", verbose_name=_("area"))
    center = models.ForeignKey(MediationCenter, models.PROTECT, null=True, db_index=False, related_name="cases",
                               verbose_name=_("mediation centre"))
    org = models.ForeignKey(MediationOrg, models.PROTECT, null=True, db_index=False, related_name="cases",
                            verbose_name=_("mediation organisation"))
    mediator = models.ForeignKey(Mediator, models.PROTECT, null=True, db_index=False, related_name="cases",
                                 verbose_name=_("mediator"))

    state = models.CharField(_("state"), max_length=16, choices=State, default=State.REGISTERED)
    registered_at = models.DateTimeField(_("registered at"))
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+",
                                      verbose_name=_("registered by"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True)
    assigned_at = models.DateTimeField(_("assigned at"), null=True)
    due_at = models.DateTimeField(_("due at"), null=True)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)

    refused_at = models.DateTimeField(_("not accepted at"), null=True)
    refused_reason = models.TextField(_("reason for not accepting"), blank=True)

    concluded_at = models.DateTimeField(_("concluded at"), null=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, blank=True)
    advice = models.TextField(_("advice given"), blank=True)  # on other ways, when refused
    is_at_risk = models.BooleanField(_("may escalate"), default=False)  # a row of Risk is open
    joined_to = models.ForeignKey("self", models.PROTECT, null=True, related_name="joined",
                                  verbose_name=_("goes on in"))

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("mediation case")
        verbose_name_plural = _("mediation cases")
        indexes = [
            *(models.Index(fields=[f"{level}_key", "due_at", "id"], name=f"case_open_{level}",
                           condition=Q(due_at__isnull=False)) for level in ("county", "town", "community")),
            models.Index(fields=["mediator", "due_at", "id"], name="case_open_mediator",
                         condition=Q(due_at__isnull=False)),
            models.Index(fields=["mediator", "registered_at", "id"], name="case_mediator_registered"),
            *(models.Index(fields=[f"{level}_key", "registered_at", "id"], name=f"case_{level}_registered")
              for level in ("county", "town")),
        ]
        constraints = [
            models.CheckConstraint(name="case_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="case_due_while_open", condition=(
                Q(state__in=OPEN, due_at__isnull=False) | ~Q(state__in=OPEN) & Q(due_at=None))),
            models.CheckConstraint(name="case_accepted_first", condition=(
                Q(state__in=UNTRIED, accepted_at=None) | Q(state__in=[State.TRANSFERRED, State.MOVED])
                | ~Q(state__in=[*UNTRIED, State.TRANSFERRED, State.MOVED]) & Q(accepted_at__isnull=False))),
            models.CheckConstraint(name="case_has_mediator", condition=(
                Q(state__in=WITH_MEDIATOR, mediator__isnull=False, org__isnull=False) | ~Q(state__in=WITH_MEDIATOR))),
            models.CheckConstraint(name="case_refused_with_reason", condition=(
                Q(state=State.NOT_ACCEPTED, refused_at__isnull=False) & ~Q(refused_reason="")
                | ~Q(state=State.NOT_ACCEPTED) & Q(refused_at=None, refused_reason=""))),
            models.CheckConstraint(name="case_outcome_whole", condition=(
                Q(outcome="", concluded_at=None) | Q(outcome__in=Outcome.values, concluded_at__isnull=False))),
            # A case that was settled and is mediated again after a breach stays settled.
            models.CheckConstraint(name="case_state_fits_outcome", condition=(
                Q(state=State.AGREED, outcome="settled")
                | Q(state__in=[State.FAILED, State.ARCHIVED], outcome__in=["settled", "failed"])
                | Q(state=State.MOVED, outcome__in=Outcome.values)
                | Q(state__in=[*UNTRIED], outcome="")
                | ~Q(state__in=[State.AGREED, State.FAILED, State.ARCHIVED, State.MOVED, *UNTRIED])
                & Q(outcome__in=["", "settled"]))),
            models.CheckConstraint(name="case_joined_to_another", condition=(
                Q(state=State.JOINED, joined_to__isnull=False) & ~Q(joined_to=F("id"))
                | ~Q(state=State.JOINED) & Q(joined_to=None))),
            models.CheckConstraint(name="case_moments_in_order", condition=(
                (Q(accepted_at=None) | Q(accepted_at__gte=F("registered_at")))
                & (Q(concluded_at=None) | Q(concluded_at__gte=F("registered_at")))
                & (Q(concluded_at=None) | Q(accepted_at=None) | Q(concluded_at__gte=F("accepted_at"))))),
            models.CheckConstraint(name="case_people", condition=Q(people__gte=1)),
        ]

    def __str__(self):
        return self.number

    @property
    def number(self) -> str:
        """How people call it: TJ00013395."""
        return f"TJ{self.pk:08d}"

    @cached_property
    def round(self):
        """The last round, None for a case that nobody has taken on. Costs nothing after prefetching `rounds`."""
        rounds = list(self.rounds.all())
        return rounds[-1] if rounds else None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def town(self) -> Area | None:
        """The town it lies in, None for a case of the whole county. Costs nothing after for_queue()."""
        return self._above(Level.TOWN)

    @property
    def community(self) -> Area | None:
        return self._above(Level.COMMUNITY)

    @property
    def town_code(self) -> str:
        """The code of the town, or of the county where no town is known."""
        return (self.town or self.area).code

    def _above(self, level: str) -> Area | None:
        area = self.area
        while area is not None and area.level != level:
            area = area.parent
        return area

    def allows(self, act: str, post) -> bool:
        """Narrows the right of a post (grids.jurisdiction.may): a mediator has to do with the cases they lead or help
        with, and mediates them alone; a clerk writes for a mediator who has no account."""
        if post.role in MEDIATORS:
            leads = self.mediator_id is not None and self.mediator.user_id == post.user_id
            return leads or self.pk in helped_by(post)
        if post.role == Role.MED_CLERK and act in MEDIATOR_ACTS:
            return self.mediator_id is not None and self.mediator.user_id is None
        return True

    def get_absolute_url(self) -> str:
        return reverse("mediation:case-detail", args=[self.pk])
