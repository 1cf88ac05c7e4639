"""Filters kept under a name, and who is at a matter."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SavedFilter(models.Model):
    """常用筛选. A view of a list that a person keeps under a name: the tab and the filters, as the query of its
    address. What it shows is found anew each time, within what the person may see then."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False,
                             verbose_name=_("user"))
    worklist = models.CharField(_("list"), max_length=32)
    name = models.CharField(_("name"), max_length=20)
    query = models.CharField(_("query"), max_length=1000)
    is_default = models.BooleanField(_("opened first"), default=False)

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["user", "worklist", "name"], name="saved_filter_name"),
            models.UniqueConstraint(fields=["user", "worklist"], name="saved_filter_one_default",
                                    condition=Q(is_default=True)),
        ]

    def __str__(self):
        return self.name


class Presence(models.Model):
    """在办提示. Somebody has a form of this matter open on a page, at least until `until`. It tells the others and
    forbids nothing; the row is gone minutes after they left. Until then `is_gone` remembers that the page has said
    goodbye: a sign of life that comes after it, overtaken on its way, is none."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False,
                             verbose_name=_("user"))
    matter_type = models.CharField(_("kind of matter"), max_length=64)
    matter_id = models.BigIntegerField(_("key of the matter"))
    page = models.UUIDField(_("page"))
    until = models.DateTimeField(_("present until"), db_index=True)
    is_gone = models.BooleanField(_("has gone"), default=False)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [
            models.UniqueConstraint(fields=["matter_type", "matter_id", "user", "page"], name="presence_of_page"),
        ]

    def __str__(self):
        return f"{self.matter_type} {self.matter_id}"
