"""The request: who asks what of their own data, and what was answered."""

import secrets
import uuid

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from shuangliu.deadlines.models import Step
from shuangliu.privacy import id_number, masking
from shuangliu.privacy.documents import CITIZEN, Document
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.identified import Identified
from shuangliu.privacy.personal import Data, Personal

from ..declared import ASKERS
from ..limits import COPY_KEPT
from ..querysets import SubjectRequestQuerySet
from ..rights import Desk, allows
from ..states import ANONYMOUS, BY_DESK, GIVES_COPY, OPEN, OVER, TONES, TRANSITIONS, Act, Ground, Kind, State, Turn


def six_digits() -> str:
    return f"{secrets.randbelow(10**6):06d}"


def somebody(label) -> models.ForeignKey:
    """Who works here; empty where nobody has yet."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
                             db_index=False, verbose_name=label)


class SubjectRequest(Identified):
    """个人信息权利申请. Somebody asks about their own data; answered within 15 working days (domain.md §7 rule 9).

    `name`, `id_number` and `phone` are of the person whose data are meant; `speaker` is a guardian or an agent.
    `about` is the matter whose number and code they knew when they asked; `earlier` the request they complain about.
    Until the identity is checked nothing personal leaves; then the number counts as shown, and the phone only where
    `is_phone_proven`: somebody rang it. `turn` says who has to act. `file` is the copy, encrypted, for seven days;
    `copy_word` the hash of the word that opens it. `ended_at`: answered, refused or taken back. No machine deletes
    (PIPL art. 24, 47).
    """

    class Channel(models.TextChoices):
        PORTAL = "portal", _("Public portal")
        COUNTER = "counter", _("At the counter")

    class Asker(models.TextChoices):
        SELF = "self", _("For themselves")
        GUARDIAN = "guardian", _("As guardian")
        AGENT = "agent", _("With authority")

    class How(models.TextChoices):
        COUNTER = "counter", _("Document seen at the counter")
        CALLBACK = "callback", _("Called back on the phone given")

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    code = EncryptedTextField(_("query code"), default=six_digits, editable=False)
    kind = models.CharField(_("asks"), max_length=8, choices=Kind)
    channel = models.CharField(_("came by"), max_length=8, choices=Channel, default=Channel.PORTAL)
    desk = models.CharField(_("desk"), max_length=8, choices=Desk, default=Desk.HOTLINE)
    area_key = models.BigIntegerField(editable=False)
    about_type = models.CharField(_("kind of matter"), max_length=64, blank=True)
    about_id = models.BigIntegerField(_("number of the matter"), null=True)
    earlier = models.ForeignKey("self", models.PROTECT, null=True, related_name="complaints",
                                verbose_name=_("complains about"))
    name = EncryptedTextField(_("full name"), blank=True, default="")
    asker = models.CharField(_("who asks"), max_length=8, choices=Asker, default=Asker.SELF)
    speaker = EncryptedTextField(_("name of guardian or agent"), blank=True, default="")
    text = EncryptedTextField(_("words"), blank=True, default="")
    at = models.DateTimeField(_("at"))

    state = models.CharField(_("state"), max_length=11, choices=State, default=State.RECEIVED)
    turn = models.CharField(_("whose turn"), max_length=5, choices=Turn, default=Turn.DESK, blank=True)
    is_referred = models.BooleanField(_("referred to the security administrator"), default=False)
    due_at = models.DateTimeField(_("due at"), null=True)
    alert = models.CharField(_("alert"), max_length=8, choices=Step, default=Step.NONE)
    extended_at = models.DateTimeField(_("given more time at"), null=True)
    extended_why = models.CharField(_("why it takes longer"), max_length=200, blank=True)

    identified_how = models.CharField(_("how the identity was checked"), max_length=8, choices=How, blank=True)
    seen_document = models.CharField(_("document seen"), max_length=3, choices=Document, blank=True)
    seen_last = EncryptedTextField(_("its last four"), blank=True, default="")
    proof = models.CharField(_("proof of guardianship or authority"), max_length=200, blank=True)
    is_phone_proven = models.BooleanField(_("the phone is theirs"), default=False)
    identified_by = somebody(_("identity checked by"))
    identified_at = models.DateTimeField(_("identity checked at"), null=True)

    is_partly = models.BooleanField(_("granted in part"), default=False)
    ground = models.CharField(_("ground of refusal"), max_length=8, choices=Ground, blank=True)
    reason = EncryptedTextField(_("reason"), blank=True, default="")
    decided_by = somebody(_("decided by"))
    decided_at = models.DateTimeField(_("decided at"), null=True)

    file = models.CharField(max_length=100, blank=True, default="", editable=False)
    made_at = models.DateTimeField(_("copy made at"), null=True)
    copy_word = models.CharField(max_length=128, blank=True, default="", editable=False)
    fetched_at = models.DateTimeField(_("first fetched at"), null=True)
    fetched_count = models.PositiveIntegerField(_("times fetched"), default=0)
    answer = EncryptedTextField(_("answer"), blank=True, default="")
    answered_by = somebody(_("answered by"))
    ended_at = models.DateTimeField(_("ended at"), null=True)
    is_forgotten = models.BooleanField(_("contact data forgotten"), default=False, editable=False)

    personal = Personal(**ASKERS, fields={
        "name": Data.NAME, "document": Data.IDENTITY, "id_number": Data.IDENTITY, "id_hash": Data.MARK,
        "phone": Data.PHONE, "phone_hash": Data.MARK, "code": Data.MARK, "speaker": Data.NAME, "text": Data.WORDS,
        "seen_last": Data.IDENTITY, "proof": Data.WORDS, "reason": Data.WORDS, "answer": Data.WORDS,
        "about_id": Data.LINK, "is_phone_proven": Data.PHONE, "seen_document": Data.IDENTITY})
    objects = SubjectRequestQuerySet.as_manager()
    allows = allows

    class Meta:
        verbose_name = _("request about own data")
        verbose_name_plural = _("requests about own data")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["turn", "due_at", "id"], name="subject_waits", condition=Q(due_at__isnull=False)),
            models.Index(fields=["area_key", "-id"], name="subject_area"),
            models.Index(fields=["about_type", "about_id"], name="subject_of_matter", condition=~Q(about_type="")),
            models.Index(fields=["id_hash"], name="subject_by_number", condition=~Q(id_hash="")),
            models.Index(fields=["phone_hash"], name="subject_by_phone", condition=~Q(phone_hash="")),
            models.Index(fields=["at"], name="subject_at"),
            models.Index(fields=["ended_at"], name="subject_forget",
                         condition=Q(ended_at__isnull=False, is_forgotten=False)),
            models.Index(fields=["made_at"], name="subject_file", condition=~Q(file="")),
        ]
        constraints = [
            models.CheckConstraint(name="subject_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="subject_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="subject_desk_known", condition=Q(desk__in=Desk.values)),
            models.CheckConstraint(name="subject_can_be_answered", condition=(
                ~Q(about_type="") | ~Q(phone="") | Q(channel="counter") | Q(is_forgotten=True))),
            models.CheckConstraint(name="subject_open_has_deadline", condition=(
                Q(state__in=sorted(OPEN), due_at__isnull=False, ended_at=None) & ~Q(turn="")
                | Q(state__in=sorted(OVER), due_at=None, ended_at__isnull=False, turn=""))),
            models.CheckConstraint(name="subject_identified_whole", condition=(
                Q(identified_how="", identified_at=None, identified_by=None)
                | Q(identified_how__in=["counter", "callback"], identified_at__isnull=False,
                    identified_by__isnull=False))),
            models.CheckConstraint(name="subject_counter_saw_document", condition=(
                ~Q(identified_how="counter") | ~Q(seen_document=""))),
            models.CheckConstraint(name="subject_speaker_proved", condition=(
                Q(identified_how="") | Q(asker="self") | ~Q(proof="") | Q(is_forgotten=True))),
            models.CheckConstraint(name="subject_decided_whole", condition=(
                Q(decided_at=None, decided_by=None) | Q(decided_at__isnull=False, decided_by__isnull=False))),
            # Nothing personal leaves, and nothing is changed, before somebody has checked who asks.
            models.CheckConstraint(name="subject_granted_when_known", condition=(
                ~Q(state__in=["decided", "carried_out"]) | Q(identified_at__isnull=False, decided_at__isnull=False))),
            models.CheckConstraint(name="subject_copy_when_known", condition=(
                Q(file="") | Q(identified_at__isnull=False, decided_at__isnull=False, made_at__isnull=False))),
            models.CheckConstraint(name="subject_four_eyes", condition=(
                Q(decided_by=None) | Q(identified_by=None) | ~Q(decided_by=F("identified_by"))
                | Q(kind__in=sorted(BY_DESK)) & ~Q(state="refused"))),
            models.CheckConstraint(name="subject_refused_for_a_reason", condition=(
                Q(state="refused", decided_at__isnull=False, ground__in=Ground.values) & ~Q(reason="")
                | ~Q(state="refused") & Q(ground=""))),
            models.CheckConstraint(name="subject_answered_by_somebody", condition=(
                ~Q(state="answered") | Q(answered_by__isnull=False) & ~Q(answer=""))),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("subjects:subject-detail", args=[self.pk])

    def hash_numbers(self):
        if self.id_number and self.document in {"", *CITIZEN}:
            self.id_number = id_number.upgraded(self.id_number)
        return super().hash_numbers()

    @property
    def number(self) -> str:
        """What people call it: QL and its key, six digits at least."""
        return f"QL{self.pk:06d}"

    @property
    def about(self) -> models.Model | None:
        """The matter whose number and code they knew; None where there is none, or it is gone."""
        if not self.about_type:
            return None
        return apps.get_model(self.about_type)._base_manager.filter(pk=self.about_id).first()

    @property
    def needs_identity(self) -> bool:
        """Explaining and listening need none. A consent that was taken back by number and code has been taken back."""
        return self.kind not in ANONYMOUS and not (self.kind == Kind.WITHDRAW and self.about_type)

    @property
    def gives_copy(self) -> bool:
        return self.kind in GIVES_COPY

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.alert in (Step.OVERDUE, Step.RAISED)

    @property
    def copy_until(self):
        return self.made_at and self.made_at + COPY_KEPT

    def has_copy(self, at) -> bool:
        """Whether there is a copy to fetch."""
        return bool(self.file) and self.copy_until > at

    @property
    def tone(self) -> str:
        return TONES.get(self.state, "off")

    @property
    def masked_speaker(self) -> str:
        return masking.mask_name(self.speaker)

    def can(self, act: str) -> bool:
        """Does the state allow it, whoever does it? Raises KeyError for an act that nobody wrote down."""
        return self.state in TRANSITIONS[act][0] and {
            Act.IDENTIFY: self.needs_identity,
            Act.REFER: self.turn == Turn.DESK,
            Act.EXTEND: self.extended_at is None,
            Act.HAND_WORD: self.gives_copy and (self.file != "" or self.state != State.ANSWERED),
            Act.ANSWER: self.state == State.CARRIED_OUT or not self.needs_identity,
        }.get(act, True)
