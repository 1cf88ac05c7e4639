"""What was changed about people and dwellings, and which rows were found to be one person."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from residents.declared import PEOPLE
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from .homes import Dwelling
from .parts import someone
from .people import Person


class Source(models.TextChoices):
    """From where somebody knew it."""

    COUNTER = "counter", _("At the counter")
    VISIT = "visit", _("On a visit")
    IMPORT = "import", _("From a spreadsheet")
    LEASE = "lease", _("From a lease")
    SUBJECT = "subject", _("From the person")


class Change(models.Model):
    """变更记录. What was one thing and is another now, of one person or one dwelling. `values` is encrypted JSON: field
    to a pair of before and after, as text. `batch` is the import that made it, which can be taken back by it."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="changes", verbose_name=_("resident"))
    dwelling = models.ForeignKey(Dwelling, models.CASCADE, null=True, related_name="changes",
                                 verbose_name=_("dwelling"))
    act = models.CharField(_("act"), max_length=20)
    source = models.CharField(_("source"), max_length=8, choices=Source)
    values = EncryptedTextField(_("values"), blank=True, default="")
    note = models.CharField(_("note"), max_length=200, blank=True)
    batch = models.ForeignKey("Batch", models.PROTECT, null=True, related_name="changes", db_index=False,
                              verbose_name=_("import"))
    by = someone(_("by"))
    at = models.DateTimeField(_("at"))

    personal = Personal(**PEOPLE, fields={"values": Data.WORDS})

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-id"]
        indexes = [models.Index(fields=["batch", "id"], name="change_of_batch", condition=Q(batch__isnull=False))]
        constraints = [
            models.CheckConstraint(name="change_of_one_thing", condition=Q(person=None, dwelling__isnull=False)
                                   | Q(person__isnull=False, dwelling=None)),
            models.CheckConstraint(name="change_source_known", condition=Q(source__in=Source.values)),
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d} {self.act}"

    @property
    def pairs(self) -> dict[str, tuple[str, str]]:
        """Field to (before, after)."""
        return {name: tuple(pair) for name, pair in json.loads(self.values or "{}").items()}

    @staticmethod
    def sealed(pairs: dict) -> str:
        """`pairs` in the shape of `values`."""
        return json.dumps(pairs, cls=DjangoJSONEncoder, ensure_ascii=False) if pairs else ""


class Merge(models.Model):
    """合并记录. Two rows were one person: `gone` stands as `kept` since. `moved` names the rows that went over, so that
    the merge can be taken back: model and field to keys; `filled` the fields of `kept` that were empty before."""

    kept = models.ForeignKey(Person, models.CASCADE, related_name="merges", verbose_name=_("kept"))
    gone = models.ForeignKey(Person, models.CASCADE, related_name="merged_away", verbose_name=_("gone"))
    moved = models.JSONField(_("moved rows"), default=dict)
    filled = models.JSONField(_("filled fields"), default=list)
    reason = models.CharField(_("reason"), max_length=200)
    by = someone(_("by"))
    at = models.DateTimeField(_("at"))
    undone_by = someone(_("taken back by"))
    undone_at = models.DateTimeField(_("taken back at"), null=True)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["gone"], condition=Q(undone_at=None), name="merge_once"),
            models.CheckConstraint(name="merge_of_two", condition=~Q(kept=models.F("gone"))),
        ]

    def __str__(self):
        return f"{self.gone_id} → {self.kept_id}"
