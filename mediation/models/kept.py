"""What people write down about a case, one form at a time."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .cases import Case


class Kept(models.Model):
    """A row of a case's file: who wrote it and when. The `uuid` of its form makes sending it twice harmless."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="%(class)ss", verbose_name=_("mediation case"))
    recorded_at = models.DateTimeField(_("recorded at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by"))

    class Meta:
        abstract = True
        ordering = ["id"]
