"""Files that belong to matters."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy.personal import Data, Personal


class Role(models.TextChoices):
    """What a file shows."""

    REPORT = "report", _("as reported")
    BEFORE = "before", _("before")
    AFTER = "after", _("after")
    REPLY = "reply", _("with the reply")
    PAPER = "paper", _("paper")


class AttachmentQuerySet(models.QuerySet):
    def of(self, matter: models.Model):
        """The files of a matter."""
        return self.filter(matter_type=matter._meta.label_lower, matter_id=matter.pk)

    def staged(self):
        """Files that wait for their matter."""
        return self.filter(draft__isnull=False)


class Attachment(models.Model):
    """附件. A photo or paper of a matter; or staged: kept under the `draft` of a form until the form is accepted.

    No foreign key leads to the matter, so that files can sit below every app that uses them.
    """

    matter_type = models.CharField(_("kind of matter"), max_length=64, blank=True)
    matter_id = models.BigIntegerField(_("number of the matter"), null=True, blank=True)
    draft = models.UUIDField(_("draft"), null=True, blank=True)
    role = models.CharField(_("shows"), max_length=8, choices=Role)
    name = models.CharField(_("file name"), max_length=120)
    content_type = models.CharField(_("content type"), max_length=40)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField("SHA-256", max_length=64)
    width = models.PositiveIntegerField(_("width in pixels"), null=True, blank=True)
    height = models.PositiveIntegerField(_("height in pixels"), null=True, blank=True)
    file = models.FileField(_("file"), max_length=120)
    thumbnail = models.FileField(_("thumbnail"), max_length=120, blank=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
                                    verbose_name=_("uploaded by"))
    uploaded_at = models.DateTimeField(_("uploaded at"))

    personal = Personal(
        whose=_("people who send or are seen on photos and papers"),
        purpose=_("to show the matter that they belong to"),
        basis=_("that of the matter; photos lose the data that cameras add"),
        recipients=_("who may see the matter"),
        fields={"file": Data.PICTURE, "name": Data.WORDS, "uploaded_by": Data.LINK},
        kept=_("as long as the matter; what was never sent, three days"))
    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        indexes = [
            models.Index(fields=["matter_type", "matter_id", "id"], name="attachment_matter",
                         condition=Q(matter_id__isnull=False)),
            models.Index(fields=["uploaded_at"], name="attachment_staged", condition=Q(draft__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                name="attachment_staged_or_claimed",
                condition=Q(draft__isnull=False, matter_type="", matter_id=None)
                | Q(draft=None, matter_id__isnull=False) & ~Q(matter_type="")),
            # A form sent twice keeps each file once.
            models.UniqueConstraint(fields=["draft", "uploaded_by", "role", "sha256"],
                                    condition=Q(draft__isnull=False), name="attachment_staged_once"),
            models.CheckConstraint(name="attachment_role_known", condition=Q(role__in=Role.values)),
            models.CheckConstraint(
                name="attachment_picture_has_size",
                condition=Q(thumbnail="", width=None, height=None)
                | ~Q(thumbnail="") & Q(width__gt=0, height__gt=0)),
        ]

    def __str__(self):
        return self.name

    @property
    def is_staged(self) -> bool:
        return self.draft is not None

    @property
    def is_picture(self) -> bool:
        return bool(self.thumbnail)

    @property
    def url(self) -> str:
        """Where its page is, for those who may see it."""
        return reverse("attachments:attachment", kwargs={"pk": self.pk})

    @property
    def thumbnail_url(self) -> str:
        return reverse("attachments:attachment-thumbnail", kwargs={"pk": self.pk})
