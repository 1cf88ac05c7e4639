"""The mediation network: centres, organisations, windows, screening points."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from grids.keys import LENGTH, span, truncate
from grids.models import Area, Department, Level

from .categories import DisputeCategory

# The three levels of mediation (domain.md §1.2): a grid has none of its own.
LEVELS = [(level.value, level.label) for level in Level if level != Level.GRID]


def keys_above(area_key: int) -> list[int]:
    """The keys of the areas that hold this key, itself included: grid, community, town, county."""
    return [truncate(area_key, level) for level in LENGTH]


class NetworkQuerySet(models.QuerySet):
    """`area_path` leads from the model to its area."""

    area_path = "area"

    def visible_to(self, user):
        return self.filter(scope_q(user, "network.view", f"{self.area_path}__key"))

    def within(self, area: Area):
        return self.filter(**{f"{self.area_path}__key__gte": area.low, f"{self.area_path}__key__lt": area.high})

    def directly_at(self, area: Area):
        """Of the area itself, not of those below it."""
        return self.filter(**{f"{self.area_path}__key": area.key})

    def active(self):
        return self.filter(is_active=True)


class Placed(models.Model):
    """Something of the network that has a name and a place."""

    name = models.CharField(_("name"), max_length=100)
    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("area"))
    is_active = models.BooleanField(_("active"), default=True)

    objects = NetworkQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def area_key(self) -> int:
        return self.area.key


class MediationCenter(Placed):
    """“大调解”协调中心. Takes disputes in and hands them to mediators: one a town, the county's, specialised ones."""

    class Kind(models.TextChoices):
        COUNTY = "county", _("County centre")
        TOWN = "town", _("Town centre")
        SPECIALISED = "specialised", _("Specialised centre")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)

    class Meta:
        verbose_name = _("mediation centre")
        verbose_name_plural = _("mediation centres")
        ordering = ["area__key", "id"]
        constraints = [
            models.UniqueConstraint(fields=["area"], condition=~Q(kind="specialised") & Q(is_active=True),
                                    name="center_one_general_per_area"),
        ]

    @classmethod
    def of(cls, area_key: int) -> "MediationCenter | None":
        """The general centre nearest to this key: the town's, else the county's."""
        return cls._general(area_key).order_by("-area__key").first()

    @classmethod
    def of_county(cls, area_key: int) -> "MediationCenter | None":
        """The county's general centre above this key."""
        return cls._general(area_key).filter(kind=cls.Kind.COUNTY).first()

    @classmethod
    def _general(cls, area_key: int):
        return cls.objects.active().exclude(kind=cls.Kind.SPECIALISED).filter(area__key__in=keys_above(area_key))


class OrgQuerySet(NetworkQuerySet):
    def serving(self, area_key: int):
        """Active ones of the areas that hold this key, the smallest area first."""
        return (self.active().filter(center__is_active=True, area__key__in=keys_above(area_key))
                .select_related("area", "center", "specialty").defer("area__outline").order_by("-area__key", "id"))

    def in_county(self, area_key: int):
        """All active ones of the county."""
        low = truncate(area_key, Level.COUNTY)
        return (self.active().filter(area__key__gte=low, area__key__lt=low + span(Level.COUNTY))
                .select_related("area", "center", "specialty").defer("area__outline").order_by("area__key", "id"))


class MediationOrg(Placed):
    """调解组织. The body that handles a dispute: a committee, an office, a court's tribunal."""

    class Kind(models.TextChoices):
        PEOPLE = "people", _("People's mediation committee")
        ADMINISTRATIVE = "administrative", _("Administrative mediation")
        JUDICIAL = "judicial", _("Judicial mediation")

    class Place(models.TextChoices):
        """Where in the network it sits (domain.md §1.3)."""

        COUNTY = "county", _("County")
        TOWN = "town", _("Town (subdistrict)")
        COMMUNITY = "community", _("Community (village)")
        RESETTLEMENT_ESTATE = "resettlement_estate", _("Resettlement estate")
        ENTERPRISE = "enterprise", _("Enterprise")
        UNIVERSITY = "university", _("University")
        SPECIALISED = "specialised", _("Specialised")

    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.PEOPLE)
    place = models.CharField(_("place in the network"), max_length=20, choices=Place)
    center = models.ForeignKey(MediationCenter, models.PROTECT, related_name="orgs", verbose_name=_("mediation centre"))
    specialty = models.ForeignKey(DisputeCategory, models.PROTECT, null=True, blank=True, verbose_name=_("specialty"))
    department = models.ForeignKey(Department, models.PROTECT, null=True, blank=True, related_name="+",
                                   verbose_name=_("supervising department"))
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    filed_on = models.DateField(_("filed on"), null=True, blank=True,
                                help_text=_("When the justice bureau got to know of it in writing."))
    term_from = models.DateField(_("term from"), null=True, blank=True)
    term_to = models.DateField(_("term until"), null=True, blank=True,
                               help_text=_("Committees are elected for three years (People's Mediation Law art. 9)."))

    objects = OrgQuerySet.as_manager()

    class Meta:
        verbose_name = _("mediation organisation")
        verbose_name_plural = _("mediation organisations")
        ordering = ["area__key", "id"]
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], condition=Q(is_active=True), name="org_once",
                                    violation_error_message=_("There is one of this name here already.")),
            models.CheckConstraint(
                name="org_term_range", violation_error_message=_("The last day is not before the first."),
                condition=Q(term_from=None) | Q(term_to=None) | Q(term_to__gte=F("term_from"))),
            models.CheckConstraint(
                name="org_filed_after_founding", violation_error_message=_("It cannot be filed before it was founded."),
                condition=Q(founded_on=None) | Q(filed_on=None) | Q(filed_on__gte=F("founded_on"))),
        ]

    def get_absolute_url(self):
        return reverse("mediation:org-detail", args=[self.pk])

    @property
    def is_committee(self) -> bool:
        """What the People's Mediation Law says of members, elections and filing is said of committees alone."""
        return self.kind == self.Kind.PEOPLE

    @property
    def level(self) -> str:
        """Of the three levels the one it works at: a specialised one, or that of an estate, by the area it serves."""
        if self.place in dict(LEVELS):
            return self.place
        return Level.COMMUNITY if self.area.level == Level.GRID else self.area.level


class WindowQuerySet(NetworkQuerySet):
    def active(self):
        """Whose centre or organisation is in service too."""
        return super().active().exclude(org__is_active=False).exclude(center__is_active=False)


class MediationWindow(Placed):
    """调解窗口. A counter where people bring their disputes; of a centre or of an organisation. Its hours are rows of
    OpeningHours."""

    center = models.ForeignKey(MediationCenter, models.PROTECT, null=True, blank=True, related_name="windows",
                               verbose_name=_("mediation centre"))
    org = models.ForeignKey(MediationOrg, models.PROTECT, null=True, blank=True, related_name="windows",
                            verbose_name=_("mediation organisation"))
    keeps_office_days = models.BooleanField(
        _("keeps office days"), default=True,
        help_text=_("Closed on public holidays; open on make-up workdays, with the hours of a Friday where the day has "
                    "none of its own."))
    note = models.CharField(_("note on the hours"), max_length=100, blank=True)

    objects = WindowQuerySet.as_manager()

    class Meta:
        verbose_name = _("mediation window")
        verbose_name_plural = _("mediation windows")
        ordering = ["area__key", "id"]
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], condition=Q(is_active=True), name="window_once",
                                    violation_error_message=_("There is one of this name here already.")),
            models.CheckConstraint(name="window_of_center_or_org",
                                   violation_error_message=_("Of a centre or of an organisation: choose one of both."),
                                   condition=Q(center=None, org__isnull=False) | Q(center__isnull=False, org=None)),
        ]

    def get_absolute_url(self):
        return reverse("mediation:window-detail", args=[self.pk])


class ScreeningPoint(Placed):
    """矛盾纠纷排查点位. A place or unit that is screened for disputes at fixed times. Its warning level follows from
    open cases only and is never typed in."""

    org = models.ForeignKey(MediationOrg, models.PROTECT, related_name="points", verbose_name=_("screened by"))

    class Meta:
        verbose_name = _("screening point")
        verbose_name_plural = _("screening points")
        ordering = ["area__key", "id"]
