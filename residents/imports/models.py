"""What was brought in: files, their rows until they are forgotten, and columns as they were mapped last."""

import json
import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from grids.keys import AreaKeyed
from residents.declared import PEOPLE
from shuangliu.privacy.fields import EncryptedTextField, LookupHashField
from shuangliu.privacy.identified import Masked, dialled
from shuangliu.privacy.personal import Data, Personal

from ..models.living import Kind
from ..models.parts import someone
from ..names import marked
from .states import Decision, Outcome, State


class BatchQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "import.view"))


class Batch(AreaKeyed):
    """导入批次. One file on its way into the register: looked through first, carried out then, perhaps taken back.

    `file` is the upload, encrypted, until `forgotten_at`. `headings` are those of the file, `columns` what each means
    (a name of columns.COLUMNS or ""), `filled` the columns whose blank cells stand for the one above. `counts` are rows
    by outcome, and other figures; `result` what carrying out and taking back came to.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("area"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.UPLOADED)
    name = models.CharField(_("file"), max_length=200)
    file = models.CharField(max_length=100, blank=True, editable=False)
    size = models.PositiveBigIntegerField(_("bytes"), default=0)
    sheet = models.CharField(_("sheet"), max_length=100)
    others = models.JSONField(_("other sheets"), default=list)  # [name, rows] of each that is not read
    kind = models.CharField(_("who is in it"), max_length=10, choices=Kind)
    header_row = models.PositiveIntegerField(_("row of the headings"), default=1)
    headings = models.JSONField(_("headings"), default=list)
    columns = models.JSONField(_("columns"), default=list)
    filled = models.JSONField(_("filled down"), default=list)
    counts = models.JSONField(_("counts"), default=dict)
    result = models.JSONField(_("result"), default=dict)
    failure = models.CharField(_("why not"), max_length=300, blank=True)
    progress = models.PositiveSmallIntegerField(_("percent"), default=0)
    claim = models.UUIDField(null=True, editable=False)  # of the worker that checks it
    beat_at = models.DateTimeField(null=True, editable=False)  # when that one was last heard of
    is_stale = models.BooleanField(_("the register changed after the check"), default=False)
    created_by = someone(_("uploaded by"))
    created_at = models.DateTimeField(_("uploaded at"), default=timezone.now)
    checked_at = models.DateTimeField(_("checked at"), null=True)
    carried_by = someone(_("carried out by"))
    carried_at = models.DateTimeField(_("carried out at"), null=True)
    undone_by = someone(_("taken back by"))
    undone_at = models.DateTimeField(_("taken back at"), null=True)
    forgotten_at = models.DateTimeField(_("rows forgotten at"), null=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["community_key", "-id"], name="batch_community"),
            models.Index(fields=["state"], name="batch_running",
                         condition=Q(state__in=["checking", "carrying", "undoing"])),
            models.Index(fields=["created_at"], name="batch_kept", condition=Q(forgotten_at=None)),
        ]
        constraints = [
            models.CheckConstraint(name="batch_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="batch_kind_known", condition=Q(kind__in=Kind.values)),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("residents:import-detail", args=[self.pk])

    @property
    def number(self) -> str:
        """What the office calls it: DR and its key, eight digits at least."""
        return f"DR{self.pk:08d}"


class Row(Masked, models.Model):
    """导入行. A row as read and compared: what it would do, and what was decided. Forgotten some days after.

    No foreign keys and one index: a million are written at once, and nothing points here. `person_key` is whom the row
    is, or may be; `is_them` says that the number proves it; `is_twin` that a row above has the number too.
    `seen_change` is the last change of theirs that the check knew. `pairs` is encrypted JSON of what would change,
    `mask` the same as bits of comparing.BITS. The rest is the row in the shape of the tables it goes to.
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="rows", db_index=False, db_constraint=False,
                              verbose_name=_("import"))
    number = models.PositiveIntegerField(_("row"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    decision = models.CharField(_("decision"), max_length=5, choices=Decision, blank=True)
    asks = models.CharField(max_length=24, blank=True)
    found = models.TextField(blank=True)
    person_key = models.BigIntegerField(null=True)
    is_them = models.BooleanField(default=False)
    is_twin = models.BooleanField(default=False)
    seen_change = models.BigIntegerField(default=0)
    mask = models.PositiveIntegerField(default=0)
    pairs = EncryptedTextField(blank=True, default="", bound_to="residents.change.values")
    name = EncryptedTextField(_("full name"), blank=True, default="", bound_to="residents.person.name")
    name_hash = LookupHashField(of="name", plain=marked, blank=True)
    document = models.CharField(max_length=3, blank=True)
    id_number = EncryptedTextField(_("ID number"), blank=True, default="", bound_to="residents.person.id_number")
    id_hash = LookupHashField(of="id_number", blank=True)
    number_as_shown = EncryptedTextField(blank=True, default="", bound_to="residents.person.number_as_shown")
    sex = models.CharField(max_length=1, blank=True)
    born_on = models.DateField(null=True)
    phone = EncryptedTextField(blank=True, default="", bound_to="residents.person.phone")
    phone_hash = LookupHashField(of="phone", plain=dialled, blank=True)
    other_phone = EncryptedTextField(blank=True, default="", bound_to="residents.person.other_phone")
    other_phone_hash = LookupHashField(of="other_phone", plain=dialled, blank=True, default="")
    origin_code = models.CharField(max_length=6, blank=True)
    origin_address = EncryptedTextField(blank=True, default="", bound_to="residents.person.origin_address")
    employer = EncryptedTextField(blank=True, default="", bound_to="residents.person.employer")
    area_key = models.BigIntegerField(default=0)
    building = models.CharField(max_length=100, blank=True)
    unit = models.CharField(max_length=20, blank=True)
    room = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=10, blank=True)
    tenure = models.CharField(max_length=2, blank=True)
    reason = models.CharField(max_length=2, blank=True)
    since = models.DateField(null=True)
    register_number = models.CharField(max_length=20, blank=True)
    relation = models.CharField(max_length=1, blank=True)
    permit_number = EncryptedTextField(blank=True, default="", bound_to="residents.permit.permit_number")
    permit_issued_on = models.DateField(null=True)
    permit_expires_on = models.DateField(null=True)

    personal = Personal(**PEOPLE | {"retention": "import.rows"}, fields={
        "name": Data.NAME, "name_hash": Data.MARK, "document": Data.IDENTITY, "id_number": Data.IDENTITY,
        "id_hash": Data.MARK, "number_as_shown": Data.IDENTITY, "phone": Data.PHONE, "phone_hash": Data.MARK,
        "other_phone": Data.PHONE, "other_phone_hash": Data.MARK, "sex": Data.BIRTH, "born_on": Data.BIRTH,
        "origin_address": Data.ADDRESS, "employer": Data.WORK, "permit_number": Data.IDENTITY, "pairs": Data.WORDS})

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        ordering = ["batch", "number"]
        indexes = [models.Index(fields=["batch", "outcome", "number"], name="row_of_batch")]

    def __str__(self):
        return f"{self.batch_id}:{self.number}"

    @property
    def home(self) -> str:
        return f"{self.building}{self.unit}{self.room}"

    @property
    def changes(self) -> dict[str, tuple[str, str]]:
        """Field to (before, after), as text."""
        return {name: tuple(pair) for name, pair in json.loads(self.pairs or "{}").items()}


class Mapping(models.Model):
    """列对应. What a unit said last time that columns of these headings mean."""

    area = models.ForeignKey("grids.Area", models.CASCADE, related_name="+", verbose_name=_("area"))
    headings_key = models.CharField(max_length=64)
    columns = models.JSONField(_("columns"), default=list)
    filled = models.JSONField(_("filled down"), default=list)
    by = someone(_("by"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("mapping of columns")
        verbose_name_plural = _("mappings of columns")
        constraints = [models.UniqueConstraint(fields=["area", "headings_key"], name="mapping_once")]

    def __str__(self):
        return f"{self.area_id} {self.headings_key[:8]}"
