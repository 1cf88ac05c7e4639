"""A dispute on its way."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import covers, posts_for
from grids.keys import AreaKeyed
from grids.models import Area, Level
from grids.roles import MEDIATORS, Role
from mediation.personal import PARTIES
from shuangliu.deadlines.models import Step
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ..states import OPEN, UNTRIED, WITH_MEDIATOR, State
from .categories import DisputeCategory
from .mediators import Mediator
from .network import LEVELS, MediationCenter, MediationOrg
from .queryset import CaseQuerySet, helped_by
from .refusals import RefusedCode

# What the centre does that a case is offered to, beside reading it and asking the parties whether they agree; only a
# mediator, or the clerk for one, mediates.
ANSWERS = {"case.take", "case.hand-back"}
READS = {"case.title", "case.read", "case.reveal", "case.openings", "case.consent"}
# What a mediator does; where they have no account, the clerk does it for them.
MEDIATES = {f"case.{act}" for act in (
    "session", "agree", "retry", "fail", "appraise", "appraised", "extend", "bring", "addendum", "investigate",
    "progress")}
GONE_ON = {"moved_up", "transferred"}  # ends of rounds after which others have the case



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


# Who gave us a case has given it a number there, and wants to hear how it ended.
GAVE = {Source.COURT, Source.POLICE_RECEPTION, Source.PETITION}
# Nobody applied: the committee steps in by itself, as long as nobody refuses (人民调解法 art. 17).
UNASKED = {Source.INITIATIVE, Source.SCREENING, Source.INCIDENT}


class Basis(models.TextChoices):
    """Why the committee may mediate (人民调解法 art. 17)."""

    CONSENT = "consent", _("Both sides agree")
    INITIATIVE = "initiative", _("The committee steps in, nobody refuses")

    @classmethod
    def usual(cls, source: str) -> "Basis":
        return cls.INITIATIVE if source in UNASKED else cls.CONSENT


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
    brought_by = EncryptedTextField(_("brought by"), blank=True, default="")  # of the office that sent it
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

    # The level that has it, or had it last; its rounds tell of those before.
    level = models.CharField(_("level"), max_length=12, choices=LEVELS, default=Level.COMMUNITY)
    # Area key of the centre that has it where that is not the one nearest to the place; of the one it is offered to.
    host_key = models.BigIntegerField(null=True, editable=False)
    offered_key = models.BigIntegerField(null=True, editable=False)

    state = models.CharField(_("state"), max_length=16, choices=State, default=State.REGISTERED)
    registered_at = models.DateTimeField(_("registered at"))
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+",
                                      verbose_name=_("registered by"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True)
    basis = models.CharField(_("taken on because"), max_length=10, choices=Basis, blank=True)
    assigned_at = models.DateTimeField(_("assigned at"), null=True)
    due_at = models.DateTimeField(_("due at"), null=True)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)

    refused_at = models.DateTimeField(_("not accepted at"), null=True)
    refused_code = models.CharField(_("kind of reason"), max_length=16, choices=RefusedCode, blank=True)
    refused_reason = models.TextField(_("reason for not accepting"), blank=True)

    concluded_at = models.DateTimeField(_("concluded at"), null=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, blank=True)
    advice = models.TextField(_("advice given"), blank=True)  # on other ways, when refused
    met_at = models.DateTimeField(_("first met at"), null=True)  # the first session recorded

    # For whom it counts in the figures: who has it, and from the first end on who had it then (measures.py).
    for_org = models.ForeignKey(MediationOrg, models.PROTECT, null=True, db_index=False, related_name="+",
                                verbose_name=_("counts for the organisation"))
    for_mediator = models.ForeignKey(Mediator, models.PROTECT, null=True, db_index=False, related_name="+",
                                     verbose_name=_("counts for the mediator"))
    for_channel = models.CharField(_("counts for the channel"), max_length=16, choices=MediationOrg.Kind,
                                   default=MediationOrg.Kind.PEOPLE)
    is_at_risk = models.BooleanField(_("may escalate"), default=False)  # a row of Risk is open
    joined_to = models.ForeignKey("self", models.PROTECT, null=True, related_name="joined",
                                  verbose_name=_("goes on in"))

    personal = Personal(**PARTIES, fields={"title": Data.WORDS, "summary": Data.WORDS, "brought_by": Data.NAME})
    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("mediation case")
        verbose_name_plural = _("mediation cases")
        indexes = [
            *(models.Index(fields=[f"{level}_key", "due_at", "id"], name=f"case_open_{level}",
                           condition=Q(due_at__isnull=False)) for level in ("county", "town", "community")),
            models.Index(fields=["mediator", "due_at", "id"], name="case_open_mediator",
                         condition=Q(due_at__isnull=False)),
            models.Index(fields=["mediator", "concluded_at"], name="case_concluded_mediator",
                         condition=Q(concluded_at__isnull=False)),
            models.Index(fields=["mediator", "registered_at", "id"], name="case_mediator_registered"),
            *(models.Index(fields=[f"{level}_key", "registered_at", "id"], name=f"case_{level}_registered")
              for level in ("county", "town")),
            # Behind the figures: the cases of some days, of an organisation, of a mediator.
            *(models.Index(fields=["county_key", f"{moment}_at"], name=f"case_county_{moment}",
                           condition=Q(**{f"{moment}_at__isnull": False})) for moment in ("accepted", "concluded")),
            *(models.Index(fields=[f"for_{whom}", "registered_at", "id"], name=f"case_for_{whom}",
                           condition=Q(**{f"for_{whom}__isnull": False})) for whom in ("org", "mediator")),
            models.Index(fields=["org", "registered_at", "id"], name="case_org_registered",
                         condition=Q(org__isnull=False)),
            *(models.Index(fields=[f"{who}_key", "due_at", "id"], name=f"case_{who}", condition=Q(**{
                f"{who}_key__isnull": False})) for who in ("host", "offered")),
            models.Index(fields=["external_ref"], name="case_by_external_ref"),
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
            models.CheckConstraint(name="case_offered_while_transferred",
                                   condition=Q(offered_key=None) | Q(state=State.TRANSFERRED)),
            models.CheckConstraint(name="case_refused_with_reason", condition=(
                Q(state=State.NOT_ACCEPTED, refused_at__isnull=False, refused_code__in=RefusedCode.values)
                | ~Q(state=State.NOT_ACCEPTED) & Q(refused_at=None, refused_code="", refused_reason=""))),
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
        """Narrows the right of a post (grids.jurisdiction.may). The centre that has a case acts on it and reads it;
        one that it is offered to reads and answers. A mediator has to do with the cases they lead or help with, and
        mediates them alone; a clerk writes for a mediator who has no account, and while none is appointed; a party that
        refuses then may tell the manager too. Who had it before sees the outline and their own rounds
        (mediation/transfers, decision 0016)."""
        if post.role in MEDIATORS:
            leads = self.mediator_id is not None and self.mediator.user_id == post.user_id
            return (leads or self.pk in helped_by(post)
                    or (act == "case.view" and self._went_on_from(post.user_id)))
        if act == "case.view" or act == "case.export":
            return True
        if act in READS and post.role == Role.AUDITOR:
            return True
        if act in ANSWERS:
            return self._is_asked(post) if self.offered_key else act == "case.hand-back" and self._is_held(post)
        if act in READS and self._is_asked(post):
            return True
        if act in MEDIATES and (post.role == Role.MED_CLERK or act == "case.fail"):
            return self._is_held(post) and (self.mediator_id is None or self.mediator.user_id is None)
        return self._is_held(post)

    def grants(self, act: str, user) -> bool:
        """Widens it to centres of other areas that have the case or are asked to take it, and to their mediators."""
        return any(self.reaches(post) and self.allows(act, post) for post in posts_for(user, act))

    def reaches(self, post) -> bool:
        """Whether the post has to do with it at all: by its place, by having it, by being asked."""
        if post.role in MEDIATORS:
            return True  # their own cases, wherever these lie
        return covers(post, self.area_key) or self._is_asked(post) or self._is_held(post)

    def _is_asked(self, post) -> bool:
        return self.offered_key is not None and covers(post, self.offered_key)

    def _is_held(self, post) -> bool:
        return covers(post, self.area_key if self.host_key is None else self.host_key)

    def _went_on_from(self, user_id: int) -> bool:
        return any(one.end in GONE_ON and one.mediator_id and one.mediator.user_id == user_id
                   for one in self.rounds.all())

    def get_absolute_url(self) -> str:
        return reverse("mediation:case-detail", args=[self.pk])
