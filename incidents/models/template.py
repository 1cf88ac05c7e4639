"""Texts that desks write again and again."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_of

from ..states import OFFERED, Act

PLACEHOLDERS = ("number", "category", "place")
_PLACEHOLDER = re.compile(r"{(\w*)}")


class ReplyTemplateQuerySet(models.QuerySet):
    def for_act(self, incident, act: str, user):
        """The texts for this act on this incident: of the county, of its area, and of the departments of `user`."""
        key, departments = incident.area_key, [post.department_id for post in posts_of(user) if post.department_id]
        category = Q(category=None) | Q(category__in=[incident.category_id, incident.category.parent_id])
        owner = Q(department=None) | Q(department__in=departments)
        texts = self.filter(category, owner, act=act, is_active=True).select_related("area")
        return [text for text in texts if text.area is None or text.area.low <= key < text.area.high]


class ReplyTemplate(models.Model):
    """常用语. A text for one act, of the whole county or of one area or department.

    {number}, {category} and {place} in it are filled in from the incident.
    """

    code = models.CharField(_("code"), max_length=32, unique=True, validators=[validate_slug])
    act = models.CharField(_("act"), max_length=12)
    name = models.CharField(_("name"), max_length=40)
    text = models.TextField(_("text"), max_length=500, help_text=_("{number}, {category} and {place} are filled in."))
    category = models.ForeignKey("incidents.Category", models.PROTECT, null=True, blank=True, related_name="+",
                                 verbose_name=_("category"), help_text=_("None: for all."))
    area = models.ForeignKey("grids.Area", models.PROTECT, null=True, blank=True, related_name="+",
                             verbose_name=_("area"), help_text=_("None: for the whole county."))
    department = models.ForeignKey("grids.Department", models.PROTECT, null=True, blank=True, related_name="+",
                                   verbose_name=_("department"), help_text=_("None: for everybody."))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    objects = ReplyTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("reply template")
        verbose_name_plural = _("reply templates")
        ordering = ["order", "code"]
        indexes = [models.Index(fields=["act"], name="reply_template_act", condition=Q(is_active=True))]

    def __str__(self):
        return self.name

    def clean(self):
        if self.act not in OFFERED:
            raise ValidationError({"act": _("There is no such act.")})
        if unknown := set(_PLACEHOLDER.findall(self.text)) - set(PLACEHOLDERS):
            raise ValidationError({"text": _("Unknown placeholder: {%(name)s}.") % {"name": sorted(unknown)[0]}})

    @property
    def act_label(self) -> str:
        return Act(self.act).label if self.act in Act.values else self.act

    def fill(self, incident) -> str:
        """The text for this incident; where no place was written, with its grid."""
        place = incident.place or (incident.grid.name if incident.grid_id else "")
        words = {"number": incident.number, "category": incident.category.name, "place": place}
        return _PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), self.text)
