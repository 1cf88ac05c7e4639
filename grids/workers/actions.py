"""What is written into the file of a grid worker. The audit log says that, not what."""

from datetime import datetime

from django.db import transaction

from shuangliu import audit

from .models import Certificate, Skill, Training, WorkerFile


@transaction.atomic
def edit(file: WorkerFile, *, by, at: datetime, skills: list[str], **selection) -> None:
    """Selection, and skills by their names: a new name is a new skill."""
    for name, value in selection.items():
        setattr(file, name, value)
    file.save(update_fields=list(selection))
    file.skills.set([Skill.objects.get_or_create(name=name)[0] for name in skills])
    audit.record("worker.edited", file, by=by, at=at)


@transaction.atomic
def add_training(file: WorkerFile, *, by, at: datetime, **given) -> Training:
    training = Training.objects.create(file=file, **given)
    audit.record("worker.training-added", file, by=by, at=at, training=training.pk)
    return training


@transaction.atomic
def add_certificate(file: WorkerFile, *, by, at: datetime, **given) -> Certificate:
    certificate = Certificate.objects.create(file=file, **given)
    audit.record("worker.certificate-added", file, by=by, at=at, certificate=certificate.pk)
    return certificate


@transaction.atomic
def remove(entry: Training | Certificate, *, by, at: datetime) -> None:
    """Take out what was entered by mistake."""
    audit.record(f"worker.{entry._meta.model_name}-removed", entry.file, by=by, at=at, entry=entry.pk)
    entry.delete()
