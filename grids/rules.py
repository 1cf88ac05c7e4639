"""Rules that a county writes down for itself: where and when one holds, and which of several wins.

Incidents are dispatched by such rules, disputes are sent to mediators by them. A rule adds what it is about and whom
it sends to; `trying.py` tries rules on the past.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from operator import attrgetter

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .jurisdiction import area_q, posts_for
from .keys import truncate
from .models import Level

# How much the place of a rule says: the more, the sooner it wins.
AREA_RANK = {Level.COUNTY: 1, Level.TOWN: 2, Level.COMMUNITY: 3}


class RuleQuerySet(models.QuerySet):
    def on(self, day: date):
        """Valid on this day, drafts too."""
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day))

    def in_force(self, day: date):
        return self.on(day).filter(is_draft=False)

    def near(self, matter):
        """Those that could hold for a matter, by its category and place: few, before `fits` looks closely."""
        kinds = [matter.category_id, matter.category.parent_id]
        places = [truncate(matter.area_key, level) for level in AREA_RANK]
        return self.filter(Q(category=None) | Q(category__in=kinds), Q(area=None) | Q(area__key__in=places))

    def known_to(self, user, act: str):
        """Rules of the whole county, and those of areas inside or above where `user` may do `act`."""
        areas = [post.area for post in posts_for(user, act)]
        above = {truncate(area.key, level) for area in areas for level in (Level.COUNTY, Level.TOWN)}
        return self.filter(Q(area=None) | area_q(areas, "area__key") | Q(area__key__in=above))


class PlacedRule(models.Model):
    """Holds in an area (none: everywhere) from a day to a day. A draft can be tried and does nothing.

    A model of rules has a `category` of two levels as well. Of several that fit, the one that says most wins.
    """

    code = models.CharField(_("code"), max_length=32, unique=True, validators=[validate_slug])
    area = models.ForeignKey("grids.Area", models.PROTECT, null=True, blank=True, related_name="+",
                             limit_choices_to={"level__in": [level.value for level in AREA_RANK]},
                             verbose_name=_("area"), help_text=_("None: for the whole county."))
    is_draft = models.BooleanField(_("draft"), default=True, help_text=_("A draft can be tried and routes nothing."))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    objects = RuleQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["code"]

    def __str__(self):
        return f"{self.name} ({self.code})"

    @property
    def name(self) -> str:
        """What people call it: they know no codes."""
        return f"{self.what} × {self.where} → {self.target_label}"

    def clean(self):
        if self.area and self.area.level not in AREA_RANK:
            raise ValidationError({"area": _("A county, town or community.")})

    @property
    def what(self) -> str:
        return self.category.name if self.category else str(_("all categories"))

    @property
    def where(self) -> str:
        return self.area.name if self.area else str(_("whole county"))

    @property
    def narrowness(self) -> tuple:
        """The smaller, the more the rule says: category before area before what each kind of rule adds."""
        category = 0 if self.category is None else 1 if self.category.parent_id is None else 2
        return -category, -AREA_RANK[self.area.level] if self.area else 0

    @property
    def age(self) -> tuple:
        """The newer first; at last the code, so that there is an order."""
        return -(self.valid_from.toordinal() if self.valid_from else 0), self.code

    def standing_on(self, day: date) -> tuple[str, str]:
        """How it stands on a day, in words, and the tone of the badge."""
        if self.is_draft:
            return _("Draft"), "wait"
        if self.valid_to and self.valid_to < day:
            return _("Over"), "off"
        if self.valid_from and self.valid_from > day:
            return _("Not yet"), "off"
        return _("In force"), "done"

    def fits(self, matter) -> bool:
        return (
            (self.category_id is None or self.category_id in (matter.category_id, matter.category.parent_id))
            and (self.area is None or self.area.low <= matter.area_key < self.area.high)
        )


def fitting(rules: Iterable, matter) -> list:
    """Those that fit, the one that says most first (`rank` of the rule)."""
    return sorted((rule for rule in rules if rule.fits(matter)), key=attrgetter("rank"))


class RuleSet:
    """Many matters against many rules: each looks only at the rules of its category."""

    def __init__(self, rules: Iterable):
        self._by_category: dict[int | None, list] = defaultdict(list)
        for rule in rules:
            self._by_category[rule.category_id].append(rule)

    def fitting(self, matter) -> list:
        kinds = {matter.category_id, matter.category.parent_id, None}
        return fitting((rule for kind in kinds for rule in self._by_category.get(kind, ())), matter)

    def best(self, matter):
        return next(iter(self.fitting(matter)), None)
