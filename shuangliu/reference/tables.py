"""Which tables there are, what finds a row again, and which of its columns travel."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from grids.models import Area, Department
from hotline.knowledge import actions as knowledge
from hotline.models import Article, HotlineLine, Landmark, WrapUp
from incidents.models import Category, LoopRule, Question, ReplyTemplate, RoutingRule, StageLimit
from incidents.states import OFFERED
from mediation.models import MediationRoute
from shuangliu.deadlines.models import SpecialDay
from shuangliu.spreadsheets import Heading


@dataclass(frozen=True)
class Table:
    """`name` is that of its csv file, `label` that of its sheet; `key` finds a row again, `verb` tells of a change in
    the audit log. `words` are choices that the model leaves open, `fixed` is what a new row begins with; `then` is
    called with each row that was stored, where more follows from a change. A table of one row has no key."""

    name: str
    label: Any
    model: type[models.Model]
    key: tuple[str, ...]
    columns: tuple[str, ...]
    verb: str
    may_add: bool = True
    words: dict[str, list] = field(default_factory=dict)
    fixed: dict[str, Any] = field(default_factory=dict)
    then: Callable[..., None] | None = None

    @property
    def fields(self) -> list[models.Field]:
        return [self.model._meta.get_field(name) for name in (*self.key, *self.columns)]

    @property
    def headings(self) -> list[Heading]:
        return [Heading(one.name, one.verbose_name, is_required=one.name in self.key) for one in self.fields]

    @property
    def links(self) -> list[str]:
        """Columns that name a row of another table (or of this one) by its code."""
        return [one.name for one in self.fields if one.is_relation]

    @property
    def leads_to_itself(self) -> list[str]:
        return [one.name for one in self.fields if one.is_relation and one.related_model is self.model]

    def name_of(self, one: models.Field) -> str:
        """By which field of the other table a column names its rows: the code, or the name where there is none."""
        names = {field.name for field in one.related_model._meta.concrete_fields}
        return "code" if "code" in names else "name"

    def choices_of(self, one: models.Field) -> list[tuple]:
        return self.words.get(one.name) or list(one.choices or [])

    def rows(self) -> models.QuerySet:
        """With the rows they name, and without outlines, which are large."""
        heavy = [one.name for one in self.model._meta.concrete_fields if isinstance(one, models.JSONField)]
        linked = [f"{name}__outline" for name in self.links if self.model._meta.get_field(name).related_model is Area]
        return self.model.objects.select_related(*self.links).defer(*heavy, *linked)


# In the order in which they lean on each other.
TABLES = [
    # Areas are not made here: their codes are the keys of everything that happened in them.
    Table("areas", _("areas"), Area, ("code",), ("name", "kind", "grid_mode"), "area.set", may_add=False),
    Table("departments", _("departments"), Department, ("code",), ("name", "area", "is_active"), "department.set"),
    Table("categories", _("categories"), Category, ("code",),
          ("name", "parent", "owner_tier", "department", "is_urgent", "handle_amount", "handle_unit", "needs_photo",
           "is_dispute", "is_public", "advice", "is_active", "order"), "category.set"),
    Table("stage-limits", _("stage limits"), StageLimit, ("stage", "is_urgent"), ("amount", "unit"),
          "stage-limit.set"),
    Table("loop-rules", _("rules of the closed loop"), LoopRule, (),
          ("sample_percent", "bounces", "reopen_days", "most_days"), "loop-rule.set", fixed={"pk": 1}),
    Table("questions", _("questions"), Question, ("category", "code"),
          ("order", "label", "help", "kind", "choices", "is_required", "valid_from", "valid_to"), "question.set"),
    Table("reply-templates", _("reply templates"), ReplyTemplate, ("code",),
          ("act", "name", "text", "category", "area", "department", "order", "is_active"), "reply-template.set",
          words={"act": [(act.value, act.label) for act in OFFERED]}),
    Table("routing-rules", _("routing rules"), RoutingRule, ("code",),
          ("category", "area", "department", "is_urgent", "is_automatic", "is_draft", "valid_from", "valid_to", "note"),
          "routing-rule.set"),
    Table("mediation-routes", _("mediation routes"), MediationRoute, ("code",),
          ("category", "scale", "area", "source", "level", "finds", "org", "channel", "priority", "is_draft",
           "valid_from", "valid_to", "basis"), "mediation-route.set"),
    # Those that are new come as drafts: what callers are told is published by hand.
    Table("articles", _("articles of the knowledge base"), Article, ("code",),
          ("title", "answer", "keywords", "category", "owner", "valid_from", "valid_to", "review_on", "is_public"),
          "article.set", then=knowledge.remember),
    Table("hotline-lines", _("department lines"), HotlineLine, ("number",),
          ("name", "department", "category", "is_active"), "hotline-line.set"),
    Table("wrap-ups", _("wrap-up codes"), WrapUp, ("code",), ("name", "leads", "order", "is_active"), "wrap-up.set"),
    Table("landmarks", _("landmarks"), Landmark, ("code",),
          ("name", "aliases", "area", "longitude", "latitude", "is_active"), "landmark.set"),
    Table("special-days", _("special days"), SpecialDay, ("date",), ("is_working", "name"), "special-day.set"),
]
