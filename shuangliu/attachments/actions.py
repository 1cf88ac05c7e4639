"""All that can befall a file: staged with a form, claimed by a matter, removed.

Sending the same form twice keeps each file once. Bytes are written after their row and removed before it, so that a
crash between the two leaves a staged row, which `forget_drafts` clears away, and never a file that nobody knows of.
"""

import hashlib
import secrets
from datetime import datetime
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils import timezone

from .checks import check
from .models import Attachment, AttachmentQuerySet


def stage(draft: UUID, file: UploadedFile, role: str, by, *, at: datetime | None = None) -> Attachment:
    """Check an upload and keep it under the draft of a form; `at` is now unless told.

    Raises ValidationError with the reason (checks.TooLarge: the file is too large).
    """
    kept = check(file, role)
    at = at or timezone.now()
    stem = f"{timezone.localtime(at):%Y/%m}/{secrets.token_hex(16)}"
    suffix = ".pdf" if kept.content_type == "application/pdf" else ".jpg"
    attachment, is_new = Attachment.objects.get_or_create(
        draft=draft, uploaded_by=by, role=role, sha256=hashlib.sha256(kept.content).hexdigest(),
        defaults={
            "name": kept.name, "content_type": kept.content_type, "size": len(kept.content),
            "width": kept.width, "height": kept.height, "uploaded_at": at,
            "file": stem + suffix, "thumbnail": f"{stem}_small.jpg" if kept.thumbnail else "",
        })
    if is_new:
        try:
            _write(attachment.file, kept.content)
            _write(attachment.thumbnail, kept.thumbnail)
        except OSError:  # disk full: no row may promise what is not there
            remove(attachment, by=by)
            raise
    return attachment


def _write(field, content: bytes) -> None:
    if field:
        field.storage.save(field.name, ContentFile(content))


def keep(matter: models.Model, content: bytes, name: str, role: str, by, *, at: datetime) -> Attachment:
    """Keep a PDF that the product itself has made with its matter, in the transaction of the act."""
    stem = f"{timezone.localtime(at):%Y/%m}/{secrets.token_hex(16)}"
    attachment = Attachment.objects.create(
        matter_type=matter._meta.label_lower, matter_id=matter.pk, role=role, name=name, uploaded_by=by, uploaded_at=at,
        content_type="application/pdf", size=len(content), sha256=hashlib.sha256(content).hexdigest(),
        file=f"{stem}.pdf")
    _write(attachment.file, content)
    return attachment


def staged(drafts: UUID | list[UUID], by) -> AttachmentQuerySet:
    """What this person has sent with the draft, or with any of several, so far, oldest first."""
    drafts = drafts if isinstance(drafts, list) else [drafts]
    return Attachment.objects.staged().filter(draft__in=drafts, uploaded_by=by).order_by("id")


def claim(draft: UUID, matter: models.Model, *, by, role: str | None = None) -> int:
    """Give the person's staged files (of one role, or all) to the matter; returns how many.

    Call it in the transaction of the act that they belong to.
    """
    files = staged(draft, by)
    if role is not None:
        files = files.filter(role=role)
    return files.update(draft=None, matter_type=matter._meta.label_lower, matter_id=matter.pk)


def hand_on(matter: models.Model, other: models.Model) -> int:
    """Give the files of a matter to the one that it goes on as; returns how many."""
    return Attachment.objects.of(matter).update(matter_type=other._meta.label_lower, matter_id=other.pk)


def of(matter: models.Model, role: str | None = None) -> AttachmentQuerySet:
    """The files of a matter (of one role, or all), oldest first."""
    files = Attachment.objects.of(matter).order_by("id")
    return files if role is None else files.filter(role=role)


def of_all(model: type[models.Model], keys) -> dict[int, list[Attachment]]:
    """The files of each matter with one of these keys, as far as they have any, oldest first. One query."""
    found: dict[int, list[Attachment]] = {}
    for file in Attachment.objects.filter(matter_type=model._meta.label_lower, matter_id__in=keys).order_by("id"):
        found.setdefault(file.matter_id, []).append(file)
    return found


def first_pictures(model: type[models.Model], keys, role: str) -> dict[int, Attachment]:
    """The first picture of this role of each matter with one of these keys, as far as they have any."""
    files = Attachment.objects.filter(matter_type=model._meta.label_lower, matter_id__in=keys, role=role)
    return {file.matter_id: file for file in files.exclude(thumbnail="").order_by("-id")}


@transaction.atomic
def remove(attachment: Attachment, *, by) -> bool:
    """Take back a file that one has staged oneself; `by=None` is the system. False when it is no longer there to
    take: claimed meanwhile, removed already, somebody else's."""
    rows = Attachment.objects.staged().filter(pk=attachment.pk)
    if by is not None:
        rows = rows.filter(uploaded_by=by)
    # Locked first: a delete looks and takes in two steps wherever a signal listens.
    removed = rows.select_for_update().first()
    if removed:
        removed.delete()  # the row is locked: nobody claims it between these lines and the commit
        for field in (attachment.file, attachment.thumbnail):
            if field:
                field.storage.delete(field.name)
    return bool(removed)
